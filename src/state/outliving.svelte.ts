/**
 * Makes state that outlives the component which asks for it first. What is derived in a component stands
 * still when that is gone.
 */
export function outliving<Made>(make: () => Made): Made {
  let made: { readonly it: Made } | undefined;
  $effect.root(() => {
    made = { it: make() };
  });
  if (made === undefined) throw new Error("a root effect has not run, expected it to run at once");
  return made.it;
}
