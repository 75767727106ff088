/* What somebody meant who typed with the keyboard switched to the other language: «cflbr» is «садик». */

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";
const inRussian = new Map([...LATIN].map((key, place) => [key, RUSSIAN[place]]));
const inLatin = new Map([...RUSSIAN].map((key, place) => [key, LATIN[place]]).reverse());    // a letter's own key, not its shift

/** The text as it was typed, then as it would be on the keyboard of the page's language. */
export function anyLayout(text, language) {
  const [foreign, keys] = language === "ru" ? [/[a-z]/i, inRussian] : [/[а-яё]/i, inLatin];
  if (!foreign.test(text)) return [text];
  return [text, [...text.toLowerCase()].map((letter) => keys.get(letter) ?? letter).join("")];
}
