package dev.backstagegen.render;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.layout.Markdown;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Breaks lines, which takes longest, on other processors while the next templates are rendered. */
final class Typesetting {

    private final Map<RelPath, Future<String>> set = new TreeMap<>();
    private final ExecutorService processors;

    Typesetting(ExecutorService processors) {
        this.processors = processors;
    }

    void set(RelPath path, String text) {
        set.put(path, processors.submit(() -> layOut(path, text)));
    }

    /** Everything that was set, once it is ready. */
    FileTree collect() {
        Map<RelPath, String> files = new TreeMap<>();
        set.forEach((path, text) -> files.put(path, result(path, text)));
        return FileTree.of(files);
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "layout");
        thread.setDaemon(true);
        return thread;
    }

    private static String layOut(RelPath path, String text) {
        return switch (path.extension()) {
            case "ts", "js" -> Layout.format(text);
            case "md" -> Markdown.format(text);
            default -> text;
        };
    }

    private static String result(RelPath path, Future<String> text) {
        try {
            return text.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was laid out", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Laying out " + path, e.getCause());
        }
    }
}
