package dev.backstagegen.host;

import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** The plugin added in the backend's code, beside its neighbours and looking like them. */
record BackendFeature(String packageName) implements Target {

    private static final int WIDTH = 80;

    @Override
    public String paste() {
        return "backend.add(import('" + packageName + "'));";
    }

    @Override
    public Step edit(String text) {
        TsFile file = TsFile.parse(text);
        BackendCode code = new BackendCode(file.root());
        if (code.adds(packageName)) {
            return Step.NOTHING;
        }
        if (!file.isWhole()) {
            return Step.left("Not all of it could be read as TypeScript.", paste());
        }
        List<TsNode> created = code.backends();
        if (created.isEmpty()) {
            return Step.left(code.whyNoBackend(), paste());
        }
        if (created.size() > 1) {
            return Step.left("It creates several backends.", paste());
        }
        return place(new Lines(text), code, created.get(0));
    }

    @Override
    public Step takeOut(String text) {
        TsFile file = TsFile.parse(text);
        BackendCode code = new BackendCode(file.root());
        if (!code.adds(packageName)) {
            return Step.NOTHING;
        }
        if (!file.isWhole()) {
            return Step.left("Not all of it could be read as TypeScript.", paste());
        }
        List<TsNode> additions = code.additions(packageName);
        Lines lines = new Lines(text);
        if (additions.size() != 1 || !isAlone(lines, additions.get(0))) {
            return Step.left("It does not add it by one statement on lines of its own.", paste());
        }
        TsNode statement = additions.get(0);
        Inverse inverse = new Inverse(this, text);
        TextEdit edit = inverse.of(
                inverse.lines(statement.start(), statement.end()), inverse.bare(statement.start(), statement.end()));
        return Step.edit(edit, "no longer backend.add of " + packageName);
    }

    private static boolean isAlone(Lines lines, TsNode statement) {
        String before = lines.text().substring(lines.start(statement.start()), statement.start());
        String after = lines.text().substring(statement.end(), lines.end(statement.end()));
        return before.isBlank() && after.isBlank() && !statement.text().matches("(?s).*(//|/\\*).*");
    }

    private Step place(Lines lines, BackendCode code, TsNode variable) {
        String name = variable.text();
        if (code.isAmbiguous(name)) {
            return Step.left("The name " + name + " stands for several things in it.", paste());
        }
        Optional<BackendCode.Spot> spot = code.spot(variable);
        if (spot.isEmpty()) {
            return Step.left("It neither adds to the backend nor starts it, as far as can be seen.", paste());
        }
        TsNode neighbour = spot.get().neighbour();
        Look look = new Look(lines, neighbour, code.quote(), code.statementEnd());
        if (!look.isAlone()) {
            return Step.left("The statements around the place share a line.", paste());
        }
        TextEdit edit = spot.get().isAfter() ? after(look, name) : before(look, name);
        return Step.edit(edit, "backend.add of " + packageName);
    }

    /** Behind the last add and the comments that belong to it; apart from it when it is in a group with a heading. */
    private TextEdit after(Look look, String name) {
        Lines lines = look.lines;
        int at = look.node.end();
        int comments = lines.next(at);
        while (comments < lines.text().length() && isComment(lines.line(comments))) {
            comments = lines.next(comments);
        }
        // Comments right above something else are that one's.
        boolean belong = comments > lines.next(at) && comments < lines.text().length() && lines.isBlank(comments);
        int line = belong ? comments - 1 : at;
        boolean apart = belong || look.hasHeading();
        String gap = apart ? look.lineBreak() + look.lineBreak() : look.lineBreak();
        return TextEdit.insert(lines.end(line), gap + look.statement(name, packageName));
    }

    /** In front of the start and the comments that belong to it. */
    private TextEdit before(Look look, String name) {
        Lines lines = look.lines;
        int at = lines.start(look.node.start());
        while (at > 0 && isComment(lines.line(at - 1))) {
            at = lines.start(at - 1);
        }
        boolean apart = at > 0 && lines.isBlank(at - 1);
        String gap = apart ? look.lineBreak() + look.lineBreak() : look.lineBreak();
        return TextEdit.insert(at, look.statement(name, packageName) + gap);
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("//");
    }

    /** How the statements around the place are written. */
    private record Look(Lines lines, TsNode node, String quote, String end) {

        /** Whether the statement has its lines for itself, but for a comment behind it. */
        boolean isAlone() {
            String before = lines.text().substring(lines.start(node.start()), node.start());
            String after =
                    lines.text().substring(node.end(), lines.end(node.end())).strip();
            return before.isBlank() && (after.isEmpty() || after.startsWith("//"));
        }

        String lineBreak() {
            return lines.lineBreak(node.end());
        }

        /** Whether the lines up to the statement, in its own block, begin with a comment after a blank line. */
        boolean hasHeading() {
            int line = lines.start(node.start());
            int depth = lines.indent(line).length();
            while (line > 0
                    && !lines.isBlank(line - 1)
                    && lines.indent(line - 1).length() >= depth) {
                line = lines.start(line - 1);
            }
            return isComment(lines.line(line));
        }

        String statement(String name, String packageName) {
            String indent = lines.indent(node.start());
            String feature = "import(" + quote + packageName + quote + ")";
            String line = indent + name + ".add(" + feature + ")" + end;
            if (line.length() <= WIDTH) {
                return line;
            }
            String unit = indent.startsWith("\t") ? "\t" : "  ";
            String deeper = indent + unit;
            if (deeper.length() + feature.length() + 1 > WIDTH) {
                feature = "import(" + lineBreak() + deeper + unit + quote + packageName + quote + lineBreak() + deeper
                        + ")";
            }
            return indent + name + ".add(" + lineBreak() + deeper + feature + "," + lineBreak() + indent + ")" + end;
        }
    }
}
