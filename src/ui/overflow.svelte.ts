import type { Attachment } from "svelte/attachments";

/** Whether an element's content is larger than itself, kept up to date while it is on the page. */
export interface Overflow {
  readonly scrolls: boolean;
  readonly attach: Attachment<HTMLElement>;
}

export function watchOverflow(): Overflow {
  let scrolls = $state(false);
  return {
    get scrolls() {
      return scrolls;
    },
    attach: (element) => {
      const measure = (): void => {
        scrolls = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      };
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      for (const child of element.children) observer.observe(child);
      return () => {
        observer.disconnect();
      };
    },
  };
}
