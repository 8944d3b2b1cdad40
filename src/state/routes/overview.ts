/** The overview has no parts of its own yet: what it shows is the shared scope. */
export const overviewParams = {};
