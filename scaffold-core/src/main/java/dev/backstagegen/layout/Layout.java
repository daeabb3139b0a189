package dev.backstagegen.layout;

import dev.backstagegen.ts.TsFile;

/** Breaks the lines of TypeScript and JavaScript as prettier does with the settings of Backstage. */
public final class Layout {

    private static final int WIDTH = 80;

    private Layout() {}

    /**
     * The text as prettier would break it.
     *
     * @throws IllegalStateException if the text is broken, or has something in it that no printer knows
     */
    public static String format(String source) {
        Reader reader = new Reader(TsFile.parse(source));
        Node program = reader.program();
        SourceText text = new SourceText(source);
        new CommentReader(program, text).attach(reader.comments());
        return DocPrinter.print(new Printer(text).print(program), WIDTH);
    }
}
