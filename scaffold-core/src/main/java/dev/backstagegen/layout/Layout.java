package dev.backstagegen.layout;

import dev.backstagegen.ts.TsFile;

/** Breaks the lines of TypeScript and JavaScript as prettier does with the settings of Backstage. */
public final class Layout {

    private static final int WIDTH = 80;
    /** An object that is broken once stays broken, and so may break what is around it otherwise the next time. */
    private static final int ROUNDS = 4;

    private Layout() {}

    /**
     * The text as prettier would break it. Where prettier would break its own result in another way, that one.
     *
     * @throws IllegalStateException if the text is broken, or has something in it that no printer knows
     */
    public static String format(String source) {
        String before = source;
        String after = once(before);
        for (int i = 1; i < ROUNDS && !after.equals(before); i++) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private static String once(String source) {
        TsFile file = TsFile.parse(source);
        Reader reader = new Reader(file);
        Node program = reader.program();
        SourceText text = new SourceText(source);
        new CommentReader(program, text).attach(reader.comments());
        Doc doc = new Printer(text).print(program);
        for (Comment comment : reader.comments()) {
            if (!comment.isPrinted()) {
                throw new IllegalStateException(
                        "No layout for the comment in line " + file.line(comment.start()) + ": " + comment.text());
            }
        }
        return DocPrinter.print(doc, WIDTH);
    }
}
