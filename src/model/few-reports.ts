/**
 * Up to so many reports every stored view is kept as a table, and a screen may ask for all at once.
 * Of more, metric values are computed when asked: a screen asks for what it shows, part by part.
 */
export const FEW_REPORTS = 200;
