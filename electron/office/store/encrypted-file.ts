/**
 * A whole file encrypted in pieces, so that a large one is written and read as it comes:
 *
 *     "OAS1" | salt (16 bytes) | pieces of 64 KiB and 16 bytes each, the last one shorter or as long
 *
 * Each file has a key of its own, derived from its salt and its name: a file put in another's place does not open. Each
 * piece is AES-256-GCM under a nonce of its number and of whether it is the last: pieces left out, put in, exchanged or
 * cut off at the end do not open either.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export const pieceBytes = 64 * 1024;
const magic = Buffer.from('OAS1', 'latin1');
const saltBytes = 16;
const tagBytes = 16;
const nonceBytes = 12;
export const headerBytes = magic.length + saltBytes;
const encryptedPieceBytes = pieceBytes + tagBytes;

/** The bytes inside an encrypted file of so many; null for fewer than any has. */
export function plainLength(stored: number): number | null {
  const body = stored - headerBytes;
  if (body < tagBytes) return null;
  return body - Math.ceil(body / encryptedPieceBytes) * tagBytes;
}

function keyOf(filesKey: Buffer, salt: Uint8Array, name: string): Buffer {
  return Buffer.from(hkdfSync('sha256', filesKey, salt, `file/${name}`, 32));
}

function nonceOf(piece: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUInt32BE(piece, nonceBytes - 5);
  nonce.writeUInt8(isLast ? 1 : 0, nonceBytes - 1);
  return nonce;
}

/** Takes the bytes as they come and gives those to write; the last piece is known only at the end. */
export class FileEncryptor {
  readonly #key: Buffer;
  readonly #salt = randomBytes(saltBytes);
  #waiting: Buffer[] = [];
  #length = 0;
  #piece = 0;

  constructor(filesKey: Buffer, name: string) {
    this.#key = keyOf(filesKey, this.#salt, name);
  }

  take(bytes: Uint8Array): Buffer {
    // Copied: the caller may write on in the same buffer.
    this.#waiting.push(Buffer.from(bytes));
    this.#length += bytes.length;
    const encrypted: Buffer[] = this.#piece === 0 && this.#length > pieceBytes ? [this.#header()] : [];
    if (this.#length <= pieceBytes) return Buffer.alloc(0);
    const all = Buffer.concat(this.#waiting);
    let from = 0;
    for (; all.length - from > pieceBytes; from += pieceBytes) {
      encrypted.push(this.#encrypt(all.subarray(from, from + pieceBytes), false));
    }
    this.#waiting = [all.subarray(from)];
    this.#length = all.length - from;
    return Buffer.concat(encrypted);
  }

  end(): Buffer {
    const header = this.#piece === 0 ? this.#header() : Buffer.alloc(0);
    return Buffer.concat([header, this.#encrypt(Buffer.concat(this.#waiting), true)]);
  }

  #header(): Buffer {
    return Buffer.concat([magic, this.#salt]);
  }

  #encrypt(plain: Buffer, isLast: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#piece, isLast));
    this.#piece += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens the pieces one after the other, from the first of those that are read. */
export class FileOpener {
  readonly #key: Buffer;
  #piece: number;
  #waiting: Buffer = Buffer.alloc(0);

  /** `header`: the file's first bytes; null when they are not of an encrypted file. */
  static of(filesKey: Buffer, name: string, header: Uint8Array, firstPiece: number): FileOpener | null {
    if (header.length < headerBytes || !magic.equals(header.subarray(0, magic.length))) return null;
    return new FileOpener(keyOf(filesKey, header.subarray(magic.length, headerBytes), name), firstPiece);
  }

  private constructor(key: Buffer, firstPiece: number) {
    this.#key = key;
    this.#piece = firstPiece;
  }

  /** What the next bytes of the file complete; null for what is not as it was written. */
  take(bytes: Uint8Array): Buffer[] | null {
    const all = this.#waiting.length > 0 ? Buffer.concat([this.#waiting, bytes]) : Buffer.from(bytes);
    const opened: Buffer[] = [];
    let from = 0;
    // One piece is held back: it may be the last.
    for (; all.length - from > encryptedPieceBytes; from += encryptedPieceBytes) {
      const plain = this.#open(all.subarray(from, from + encryptedPieceBytes), false);
      if (!plain) return null;
      opened.push(plain);
    }
    this.#waiting = all.subarray(from);
    return opened;
  }

  /** The last piece; null when the file does not end where it was ended. */
  end(): Buffer | null {
    return this.#open(this.#waiting, true);
  }

  #open(encrypted: Buffer, isLast: boolean): Buffer | null {
    if (encrypted.length < tagBytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(this.#piece, isLast));
    this.#piece += 1;
    decipher.setAuthTag(encrypted.subarray(encrypted.length - tagBytes));
    try {
      return Buffer.concat([decipher.update(encrypted.subarray(0, encrypted.length - tagBytes)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

/** Bytes of the file before a piece. */
export const placeOfPiece = (piece: number): number => headerBytes + piece * encryptedPieceBytes;
