package sst.local.lambda.jvm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Speaks to the Runtime API over one kept connection. The JDK's own HTTP clients cost a cold start 50 ms and more of
 * class loading.
 */
final class RuntimeClient {
    private static final String ROOT = "/2018-06-01/runtime/";

    private final String host;
    private final int port;
    private Socket socket = new Socket();

    RuntimeClient(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    /** An answer of the Runtime API; header names are lower case. */
    record Reply(Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Reply next() throws IOException {
        return call("GET", "invocation/next", new byte[0]);
    }

    void post(String path, byte[] body) throws IOException {
        call("POST", path, body);
    }

    private Reply call(String method, String path, byte[] body) throws IOException {
        boolean isKept = socket.isConnected() && !socket.isClosed();
        try {
            return exchange(method, path, body);
        } catch (IOException e) {
            socket.close();
            if (!isKept) {
                throw e;
            }
            // A kept connection may have been closed while the handler ran.
            return exchange(method, path, body);
        }
    }

    private Reply exchange(String method, String path, byte[] body) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(host, port);
            socket.setTcpNoDelay(true);
        }
        String head = method + " " + ROOT + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(body, 0, all, bytes.length, body.length);
        OutputStream out = socket.getOutputStream();
        out.write(all);
        out.flush();
        return read(new BufferedInputStream(socket.getInputStream()));
    }

    private static Reply read(InputStream in) throws IOException {
        line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new Reply(headers, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
