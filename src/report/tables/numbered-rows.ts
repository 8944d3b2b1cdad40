/** What numbers a row, as the beginning of a pattern: 一、, （十二）, 3., and 其中：. Whatever begins so is a row of its own. */
export const NUMBERED = String.raw`[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|其中[:：]`;
