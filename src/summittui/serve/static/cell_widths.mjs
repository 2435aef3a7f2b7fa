// How many cells a character takes: as the program counts them, so that no row is longer here than there.

const JOINER = 0x200d;
const EMOJI = 0xfe0f; // the variation selector that makes some characters wide
const AFTER_JOINER = 1; // the state behind a joiner: the next character adds no cell

function within(ranges, code) {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const at = (low + high) >> 1;
    const [first, last] = ranges[at];
    if (code < first) {
      high = at - 1;
    } else if (code > last) {
      low = at + 1;
    } else {
      return true;
    }
  }
  return false;
}

// The value in which the widget keeps what it knows of a cluster so far.
const packed = (state, width, isJoined) => (state << 3) | (width << 1) | (isJoined ? 1 : 0);

// A provider for the widget's `unicode.register`, made of the ranges that the server has taken from the program.
export class CellWidths {
  constructor({ zero, wide, widened }) {
    this.version = "summittui";
    this.zero = zero;
    this.wide = wide;
    this.widened = new Set(widened);
  }

  wcwidth(code) {
    return within(this.zero, code) ? 0 : within(this.wide, code) ? 2 : 1;
  }

  charProperties(code, preceding) {
    const before = (preceding >> 1) & 3;
    const state = preceding >> 3; // AFTER_JOINER, or the last character that a selector could widen
    if (preceding && before) {
      if (code === JOINER) {
        return packed(AFTER_JOINER, before, true);
      }
      if (state === AFTER_JOINER) {
        return packed(0, before, true);
      }
      if (code === EMOJI) {
        return packed(0, this.widened.has(state) ? 2 : before, true);
      }
      if (this.wcwidth(code) === 0) {
        return packed(state, before, true);
      }
    }
    return packed(this.widened.has(code) ? code : 0, this.wcwidth(code), false);
  }
}
