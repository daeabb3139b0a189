package dev.backstagegen.layout;

import dev.backstagegen.ts.TsFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Breaks the lines of TypeScript and JavaScript as prettier does with the settings of Backstage. */
public final class Layout {

    private static final int WIDTH = 80;

    private Layout() {}

    /**
     * The text as prettier would break it. Where prettier would break its own result in another way, that one.
     *
     * @throws IllegalStateException if the text is broken, or has something in it that no printer knows
     */
    public static String format(String source) {
        TsFile file = TsFile.shared(source);
        Reader reader = new Reader(file);
        Node program = reader.program();
        SourceText text = new SourceText(source);
        new CommentReader(program, text).attach(reader.comments());
        String result = print(program, text);
        for (Comment comment : reader.comments()) {
            if (!comment.isPrinted()) {
                throw new IllegalStateException(
                        "No layout for the comment in line " + file.line(comment.start()) + ": " + comment.text());
            }
        }
        return result;
    }

    /**
     * An object that is broken once stays broken, and so may break what is around it otherwise the next time: it is
     * printed again with what has become of its objects, until no further one is broken.
     */
    private static String print(Node program, SourceText text) {
        Set<Node> opened = Collections.newSetFromMap(new IdentityHashMap<>());
        while (true) {
            Printer printer = new Printer(text, opened);
            DocPrinter.Printed printed = DocPrinter.printed(printer.print(program), WIDTH);
            if (!opened.addAll(printer.opened(printed))) {
                return printed.text();
            }
        }
    }
}
