package nl.mkba.file.portfolio;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TList;
import shaded.parquet.org.apache.thrift.protocol.TMap;
import shaded.parquet.org.apache.thrift.protocol.TProtocolException;
import shaded.parquet.org.apache.thrift.protocol.TSet;
import shaded.parquet.org.apache.thrift.protocol.TStruct;
import shaded.parquet.org.apache.thrift.transport.TTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/**
 * Reads the structures of Parquet's format with Apache's library, which believes what a list says of its own length and goes
 * as deep as the bytes say. Here a list has at most as many elements as there are bytes left, all lists together have at most
 * {@link #MOST_ELEMENTS}, and structures stand at most {@link #DEEPEST} deep in each other.
 */
final class BoundedThrift extends TCompactProtocol {

    /** Room for some 150,000 chunks of columns: a thousand row groups of 150 columns. */
    private static final int MOST_ELEMENTS = 1 << 20;

    private static final int DEEPEST = 32;

    private int elements;
    private int depth;

    private BoundedThrift(Bytes bytes, int length) {
        super(bytes, length, length);
    }

    /** The footer of a file. */
    static FileMetaData footer(byte[] bytes) throws RefusedParquetException {
        FileMetaData footer = new FileMetaData();
        try {
            read(footer, bytes, bytes.length);
            return footer;
        } catch (TException | RuntimeException e) {
            throw RefusedParquetException.damaged("footer");
        }
    }

    /**
     * The header of a page, with which the bytes begin.
     *
     * @return how many bytes it has, or −1 if it does not end in these
     */
    static int header(PageHeader header, byte[] bytes, int length) throws RefusedParquetException {
        try {
            return read(header, bytes, length);
        } catch (TTransportException e) {
            return -1;
        } catch (TException | RuntimeException e) {
            throw RefusedParquetException.damaged("page");
        }
    }

    private static int read(TBase<?, ?> structure, byte[] bytes, int length) throws TException {
        Bytes transport = new Bytes(bytes, length);
        structure.read(new BoundedThrift(transport, length));
        return transport.at;
    }

    /** Bytes in memory; asked for more than there are, it says so before anything is made for them. */
    private static final class Bytes extends TTransport {
        private final byte[] bytes;
        private final int length;
        private int at;

        Bytes(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void open() {
            // It is open.
        }

        @Override
        public void close() {
            // There is nothing to close.
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int read = Math.min(count, length - at);
            System.arraycopy(bytes, at, into, from, read);
            at += read;
            return read == 0 && count > 0 ? -1 : read;
        }

        @Override
        public void write(byte[] from, int at, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] getBuffer() {
            return bytes;
        }

        @Override
        public int getBufferPosition() {
            return at;
        }

        @Override
        public int getBytesRemainingInBuffer() {
            return length - at;
        }

        @Override
        public void consumeBuffer(int count) {
            at += count;
        }

        @Override
        public TConfiguration getConfiguration() {
            return TConfiguration.DEFAULT;
        }

        @Override
        public void updateKnownMessageSize(long size) {
            // It is known from the start.
        }

        @Override
        public void checkReadBytesAvailable(long count) throws TTransportException {
            if (count > length - at) {
                throw new TTransportException(TTransportException.END_OF_FILE, "Too few bytes");
            }
        }
    }

    private void contain(int size) throws TException {
        if (size > getTransport().getBytesRemainingInBuffer()) {
            throw new TTransportException(TTransportException.END_OF_FILE, "A list is longer than what is left");
        }
        elements += size;
        if (elements > MOST_ELEMENTS) {
            throw new TProtocolException(TProtocolException.SIZE_LIMIT, "Too many elements");
        }
        deeper();
    }

    private void deeper() throws TProtocolException {
        if (++depth > DEEPEST) {
            throw new TProtocolException(TProtocolException.DEPTH_LIMIT, "Too deep");
        }
    }

    @Override
    public TStruct readStructBegin() throws TException {
        deeper();
        return super.readStructBegin();
    }

    @Override
    public void readStructEnd() throws TException {
        super.readStructEnd();
        depth--;
    }

    @Override
    public TList readListBegin() throws TException {
        TList list = super.readListBegin();
        contain(list.size);
        return list;
    }

    @Override
    public void readListEnd() throws TException {
        super.readListEnd();
        depth--;
    }

    @Override
    public TSet readSetBegin() throws TException {
        TSet set = super.readSetBegin();
        contain(set.size);
        return set;
    }

    @Override
    public void readSetEnd() throws TException {
        super.readSetEnd();
        depth--;
    }

    @Override
    public TMap readMapBegin() throws TException {
        TMap map = super.readMapBegin();
        contain(map.size);
        return map;
    }

    @Override
    public void readMapEnd() throws TException {
        super.readMapEnd();
        depth--;
    }
}
