const UNITS = /** @type {const} */ (['byte', 'kilobyte', 'megabyte', 'gigabyte']);

/** A size as people read it: "1.4 MB". Of a megabyte are 1,024 kilobytes, as Discord counts. @param {number} bytes @param {string} locale */
export function formatBytes(bytes, locale) {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const unit = UNITS[power] ?? 'byte';
  const style = { style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short' };
  const digits = { maximumFractionDigits: power < 2 ? 0 : 1 };
  return new Intl.NumberFormat(locale, /** @type {Intl.NumberFormatOptions} */ ({ ...style, ...digits })).format(
    bytes / 1024 ** power,
  );
}
