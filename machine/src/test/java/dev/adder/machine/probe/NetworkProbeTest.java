package dev.adder.machine.probe;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Figure;
import dev.adder.machine.Property;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkProbeTest {
    @Test
    void aHostThatServesIsMeasured() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread thread = new Thread(() -> {
                try {
                    NetworkProbe.serve(server);
                } catch (IOException e) {
                    Timing.sink = 1;
                }
            });
            thread.setDaemon(true);
            thread.start();
            Map<Property, Figure> figures = NetworkProbe.measure((InetSocketAddress) server.getLocalAddress(),
                    Effort.QUICK);
            double rate = figures.get(Property.BANDWIDTH).value();
            double trip = figures.get(Property.ROUND_TRIP).value();
            assertTrue(rate > 1e7 && rate < 1e12, "rate " + rate);
            assertTrue(trip > 1e-7 && trip < 1e-1, "trip " + trip);
        }
    }

    @Test
    void nobodyThereIsAnError() {
        assertThrows(IOException.class,
                () -> NetworkProbe.measure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), Effort.QUICK));
    }
}
