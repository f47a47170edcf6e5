package nl.mkba.file.portfolio;

import nl.mkba.file.portfolio.ParquetPlaces.DamagedException;

/** Unpacks what was packed by Snappy ("Snappy compressed format description", Google 2011). */
final class Snappy {

    private Snappy() {}

    /** @param size of what comes out */
    static byte[] unpacked(byte[] in, int from, int size) throws DamagedException {
        byte[] out = new byte[size];
        int at = 0;
        int i = from;
        // The size stands in front as well, seven bits to a byte.
        while (in[i++] < 0) {
            // Passed over.
        }
        while (i < in.length) {
            int tag = in[i++] & 0xff;
            int length = (tag >>> 2) + 1;
            int back;
            switch (tag & 3) {
                case 0 -> {
                    int more = Math.max(0, length - 60);
                    length = more == 0 ? length : number(in, i, more) + 1;
                    i += more;
                    System.arraycopy(in, i, out, at, length);
                    i += length;
                    at += length;
                    continue;
                }
                case 1 -> {
                    length = ((tag >>> 2) & 7) + 4;
                    back = (tag >>> 5) << 8 | (in[i++] & 0xff);
                }
                case 2 -> {
                    back = number(in, i, 2);
                    i += 2;
                }
                default -> {
                    back = number(in, i, 4);
                    i += 4;
                }
            }
            if (back <= 0 || back > at) {
                throw new DamagedException("damaged compression");
            }
            // Byte by byte, since a copy may overlap what it makes.
            for (int k = 0; k < length; k++, at++) {
                out[at] = out[at - back];
            }
        }
        if (at != size) {
            throw new DamagedException("damaged compression");
        }
        return out;
    }

    private static int number(byte[] in, int from, int bytes) {
        int number = 0;
        for (int b = 0; b < bytes; b++) {
            number |= (in[from + b] & 0xff) << (8 * b);
        }
        return number;
    }
}
