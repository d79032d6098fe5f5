/** Keys pressed with the wrong keyboard on: a scanner sends keys, and the laptop makes letters of them. */

const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ№.,';
const latin = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~#/?';
/** Kyrgyz keyboards have ң ө ү on the right Alt, and otherwise the Russian keys. */
const onKey = new Map(Array.from(cyrillic, (letter, index) => [letter, latin[index] ?? letter]));
/** With the digits' Shift held: what Latin keys have where Russian ones have another sign. */
onKey.set('ж', ';').set('Ж', ':');

/** The Latin letters and signs of the keys that gave this Russian or Kyrgyz text; other signs stay. */
export const fromCyrillicKeys = (text: string): string =>
  [...text].map((letter) => onKey.get(letter) ?? letter).join('');
