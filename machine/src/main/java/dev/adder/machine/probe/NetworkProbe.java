package dev.adder.machine.probe;

import dev.adder.machine.Figure;
import dev.adder.machine.Property;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * TCP bandwidth and round trips, over loopback or to a second host where {@code adder machine --serve} runs.
 *
 * <p>A connection begins with one byte: {@code 'E'} has every message of 64 bytes sent back, {@code 'S'} has everything
 * swallowed until the end and one byte sent then.
 */
public final class NetworkProbe {
    /** The port {@code --serve} listens on unless told otherwise. */
    public static final int PORT = 5203;

    private static final int CHUNK = 128 << 10;
    private static final int MESSAGE = 64;
    private static final int PATIENCE = 3_000;
    private static final double FLOOR = 0.1;

    private NetworkProbe() {
    }

    /** Answers connections one after the other; never returns unless the socket is closed. */
    public static void serve(ServerSocketChannel server) throws IOException {
        while (true) {
            try (SocketChannel channel = server.accept()) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                answer(channel);
            } catch (java.nio.channels.ClosedChannelException e) {
                if (!server.isOpen()) {
                    return;
                }
            } catch (IOException e) {
                if (!server.isOpen()) {
                    throw e;
                }
            }
        }
    }

    private static void answer(SocketChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        buffer.limit(1);
        if (channel.read(buffer) < 1) {
            return;
        }
        if (buffer.get(0) == 'S') {
            do {
                buffer.clear();
            } while (channel.read(buffer) >= 0);
            channel.write(ByteBuffer.allocate(1));
            return;
        }
        while (true) {
            buffer.clear().limit(MESSAGE);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    return;
                }
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /** Loopback, with a server of our own. */
    static Map<Property, Figure> loopback(Effort effort) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread thread = new Thread(() -> {
                try {
                    serve(server);
                } catch (IOException e) {
                    Timing.sink = 0;
                }
            });
            thread.setDaemon(true);
            thread.start();
            return measure((InetSocketAddress) server.getLocalAddress(), effort);
        }
    }

    /** To a host where {@code adder machine --serve} runs. */
    public static Map<Property, Figure> measure(InetSocketAddress address, Effort effort) throws IOException {
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        double[] trips = new double[5];
        try (SocketChannel channel = connect(address, 'E')) {
            ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE);
            for (int part = 0; part < trips.length; part++) {
                trips[part] = trips(channel, message, effort.diskSeconds() / trips.length);
            }
        }
        put(figures, Property.ROUND_TRIP, trips);
        double[] rates = new double[5];
        for (int part = 0; part < rates.length; part++) {
            rates[part] = stream(address, effort.diskSeconds() / 2);
        }
        put(figures, Property.BANDWIDTH, rates);
        return figures;
    }

    private static SocketChannel connect(InetSocketAddress address, char mode) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, PATIENCE);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) mode}));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Seconds of one round trip: the median of some hundreds. */
    private static double trips(SocketChannel channel, ByteBuffer message, double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long[] times = new long[100_000];
        int count = 0;
        while (count < times.length && (count < 20 || System.nanoTime() < end)) {
            long start = System.nanoTime();
            message.clear();
            while (message.hasRemaining()) {
                channel.write(message);
            }
            message.clear();
            while (message.hasRemaining()) {
                if (channel.read(message) < 0) {
                    throw new IOException("the other side closed the connection");
                }
            }
            times[count++] = System.nanoTime() - start;
        }
        Arrays.sort(times, 0, count);
        return times[count / 2] * 1e-9;
    }

    private static double stream(InetSocketAddress address, double seconds) throws IOException {
        try (SocketChannel channel = connect(address, 'S')) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            long sent = 0;
            while (System.nanoTime() < end) {
                chunk.clear();
                while (chunk.hasRemaining()) {
                    sent += channel.write(chunk);
                }
            }
            channel.shutdownOutput();
            channel.read(ByteBuffer.allocate(1));
            return sent * 1e9 / (System.nanoTime() - start);
        }
    }

    private static void put(Map<Property, Figure> figures, Property property, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double spread = Math.max(sorted[sorted.length - 1] - median, median - sorted[0]) / median;
        figures.put(property, Figure.probe(median, Math.max(FLOOR, spread)));
    }
}
