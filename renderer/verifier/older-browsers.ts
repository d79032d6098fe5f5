/** What browsers of 2021 lack and the page's libraries use. Comes before them. */

if (typeof Object.hasOwn !== 'function') {
  Object.hasOwn = (object: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, key);
}
