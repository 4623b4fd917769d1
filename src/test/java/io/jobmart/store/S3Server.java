package io.jobmart.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.conf.Configuration;

/**
 * An S3 server for tests: moto's, behind a gate that counts the requests that change something and lets none through after
 * one of them, so that what the store holds then is what a process leaves that dies at that request.
 */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "jobmart";

    private static final Set<String> READ_ONLY = Set.of("GET", "HEAD");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final Process process;
    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer gate;
    private final List<String> changes = new ArrayList<>();
    private int open = Integer.MAX_VALUE;
    private int conditional;

    private S3Server(Process process, URI server) throws IOException {
        this.process = process;
        this.server = server;
        gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate.setExecutor(threads);
        gate.createContext("/", this::pass);
        gate.start();
    }

    /** Whether Hadoop's S3 client is on the class path: the Maven profile s3 puts it there. */
    public static boolean hasClient() {
        try {
            Class.forName("org.apache.hadoop.fs.s3a.S3AFileSystem");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** @param log where the server writes what it is asked */
    public static S3Server start(Path log) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String command = System.getProperty("jobmart.moto", "moto_server");
        Process process;
        try {
            process = new ProcessBuilder(command, "-H", "127.0.0.1", "-p", "" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No moto_server on the PATH (pip install 'moto[server]'), nor at -Djobmart.moto=PATH", e);
        }
        S3Server started = new S3Server(process, URI.create("http://127.0.0.1:" + port));
        HttpRequest bucket = HttpRequest.newBuilder(started.server.resolve("/" + BUCKET))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        for (int attempt = 0; ; attempt++) {
            try {
                started.client.send(bucket, HttpResponse.BodyHandlers.discarding());
                return started;
            } catch (IOException e) {
                if (attempt == 300) {
                    started.close();
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** Settings to reach it by; requests that fail are not tried again for long. */
    public void configure(Configuration configuration) {
        Map.ofEntries(
                        Map.entry(
                                "fs.s3a.endpoint",
                                "http://127.0.0.1:" + gate.getAddress().getPort()),
                        Map.entry("fs.s3a.endpoint.region", "external"),
                        Map.entry("fs.s3a.path.style.access", "true"),
                        Map.entry("fs.s3a.access.key", "test"),
                        Map.entry("fs.s3a.secret.key", "test"),
                        Map.entry("fs.s3a.attempts.maximum", "1"),
                        Map.entry("fs.s3a.retry.limit", "1"),
                        Map.entry("fs.s3a.retry.interval", "10ms"),
                        Map.entry("fs.s3a.connection.expect.continue", "false"),
                        Map.entry("fs.s3a.input.stream.type", "classic"),
                        Map.entry(
                                "fs.s3a.aws.credentials.provider",
                                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider"))
                .entrySet()
                .forEach(entry -> configuration.set(entry.getKey(), entry.getValue()));
    }

    /** Counts changes from here on, and lets so many through. */
    public synchronized void open(int count) {
        changes.clear();
        open = count;
    }

    /** The changes since then that were let through, by verb and path. */
    public synchronized List<String> changes() {
        return List.copyOf(changes);
    }

    private synchronized boolean mayPass(String verb, URI uri) {
        if (READ_ONLY.contains(verb)) {
            // Who is dead does not read either.
            return changes.size() < open;
        }
        if (changes.size() >= open) {
            return false;
        }
        changes.add(verb + " " + uri);
        return true;
    }

    private synchronized void count(String verb, HttpExchange exchange) {
        if (verb.equals("PUT")
                && (exchange.getRequestHeaders().containsKey("If-None-Match")
                        || exchange.getRequestHeaders().containsKey("If-Match"))) {
            conditional++;
        }
    }

    /** How many objects were written on the condition that there was none, or the one that was known. */
    public synchronized int conditionalWrites() {
        return conditional;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readAllBytes();
            }
            String verb = exchange.getRequestMethod();
            if (!mayPass(verb, exchange.getRequestURI())) {
                return;
            }
            count(verb, exchange);
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.resolve(exchange.getRequestURI().toString()))
                    .method(verb, HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] answer = response.body();
            if (verb.equals("HEAD")) {
                response.headers()
                        .firstValue("content-length")
                        .ifPresent(length -> exchange.getResponseHeaders().set("Content-length", length));
            }
            exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) {
                exchange.getResponseBody().write(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        gate.stop(0);
        threads.shutdownNow();
        process.destroyForcibly();
    }
}
