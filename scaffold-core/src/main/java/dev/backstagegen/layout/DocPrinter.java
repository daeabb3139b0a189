package dev.backstagegen.layout;

import dev.backstagegen.layout.Doc.Id;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Decides where the lines of a document end, and writes it. */
final class DocPrinter {

    private final int width;
    private final StringBuilder out = new StringBuilder();
    private final Work work = new Work();
    private final Work trial = new Work();
    private final Map<Id, Boolean> brokenGroups = new IdentityHashMap<>();
    private final List<Pending> suffixes = new ArrayList<>();
    private int column;
    private boolean remeasure;

    private record Pending(int indent, boolean broken, Doc doc) {}

    private DocPrinter(int width) {
        this.width = width;
    }

    static String print(Doc doc, int width) {
        return printed(doc, width).text();
    }

    static Printed printed(Doc doc, int width) {
        DocPrinter printer = new DocPrinter(width);
        printer.work.push(0, true, doc);
        printer.run();
        return new Printed(printer.out.toString(), printer.brokenGroups);
    }

    /** What a document came to, and which of the groups that somebody asked about were broken. */
    record Printed(String text, Map<Id, Boolean> groups) {

        boolean isBroken(Id id) {
            return groups.getOrDefault(id, false);
        }
    }

    private void run() {
        while (true) {
            while (!work.isEmpty()) {
                work.pop();
                step(work.indent(), work.broken(), work.doc());
            }
            if (suffixes.isEmpty()) {
                return;
            }
            pushSuffixes();
        }
    }

    private void step(int indent, boolean broken, Doc doc) {
        if (doc instanceof Doc.Text text) {
            out.append(text.value());
            column += text.width();
        } else if (doc instanceof Doc.Concat concat) {
            work.pushAll(indent, broken, concat.parts());
        } else if (doc instanceof Doc.Indent inner) {
            work.push(indent + inner.columns(), broken, inner.contents());
        } else if (doc instanceof Doc.Group group) {
            group(indent, broken, group);
        } else if (doc instanceof Doc.Line line) {
            line(indent, broken, line);
        } else if (doc instanceof Doc.IfBreak choice) {
            work.push(indent, broken, isBroken(choice.id(), broken) ? choice.broken() : choice.flat());
        } else if (doc instanceof Doc.IndentIfBreak inner) {
            work.push(isBroken(inner.id(), broken) ? indent + 2 : indent, broken, inner.contents());
        } else if (doc instanceof Doc.Chain chain) {
            work.push(indent, broken, chain.contents());
        } else if (doc instanceof Doc.Probe probe) {
            brokenGroups.put(probe.id(), broken);
        } else if (doc instanceof Doc.AtColumn inner) {
            work.push(inner.column(), broken, inner.contents());
        } else if (doc instanceof Doc.Fill fill) {
            fill(indent, broken, fill.parts());
        } else if (doc instanceof Doc.Suffix suffix) {
            suffixes.add(new Pending(indent, broken, suffix.contents()));
        } else if (doc == Doc.Mark.SUFFIX_BOUNDARY && !suffixes.isEmpty()) {
            work.push(indent, broken, Doc.Line.HARD);
        }
    }

    private boolean isBroken(Id id, boolean broken) {
        return id == null ? broken : brokenGroups.getOrDefault(id, false);
    }

    private void group(int indent, boolean broken, Doc.Group group) {
        boolean result;
        if (!broken && !remeasure) {
            result = group.broken();
            work.push(indent, result, group.contents());
        } else {
            remeasure = false;
            result = measured(indent, group);
        }
        if (group.id() != null) {
            brokenGroups.put(group.id(), result);
        }
    }

    /** Puts the first state that fits to work; whether that one is broken. */
    private boolean measured(int indent, Doc.Group group) {
        List<Doc> states = group.states();
        if (!group.broken() && fits(group.contents(), false, work.size(), false)) {
            work.push(indent, false, group.contents());
            return false;
        }
        if (states.isEmpty()) {
            work.push(indent, true, group.contents());
            return true;
        }
        Doc last = states.get(states.size() - 1);
        for (int i = 1; i < states.size() && !group.broken(); i++) {
            if (fits(states.get(i), false, work.size(), false)) {
                work.push(indent, false, states.get(i));
                return false;
            }
        }
        work.push(indent, true, last);
        return true;
    }

    private void line(int indent, boolean broken, Doc.Line line) {
        if (!broken && !line.hard()) {
            if (line == Doc.Line.SPACE) {
                out.append(' ');
                column++;
            }
            return;
        }
        if (!broken) {
            remeasure = true;
        }
        if (!suffixes.isEmpty()) {
            work.push(indent, broken, line);
            pushSuffixes();
        } else if (line == Doc.Line.LITERAL) {
            out.append('\n');
            column = 0;
        } else {
            trimEnd();
            out.append('\n').append(" ".repeat(indent));
            column = indent;
        }
    }

    private void pushSuffixes() {
        for (int i = suffixes.size() - 1; i >= 0; i--) {
            Pending pending = suffixes.get(i);
            work.push(pending.indent(), pending.broken(), pending.doc());
        }
        suffixes.clear();
    }

    private void trimEnd() {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        out.setLength(end);
    }

    private void fill(int indent, boolean broken, List<Doc> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Doc content = parts.get(0);
        boolean contentFits = fits(content, false, 0, true);
        if (parts.size() > 2) {
            Doc pair = Doc.concat(content, parts.get(1), parts.get(2));
            boolean pairFits = fits(pair, false, 0, true);
            List<Doc> rest = parts.subList(2, parts.size());
            work.push(indent, broken, new Doc.Fill(rest, false, false));
            work.push(indent, !pairFits, parts.get(1));
        } else if (parts.size() == 2) {
            work.push(indent, !contentFits, parts.get(1));
        }
        work.push(indent, !contentFits, content);
    }

    /** Whether a document and what follows it on the line fit; what follows are the topmost pieces of work. */
    private boolean fits(Doc doc, boolean broken, int following, boolean mustBeFlat) {
        int left = width - column;
        int rest = following;
        boolean suffix = !suffixes.isEmpty();
        trial.clear();
        trial.push(0, broken, doc);
        while (left >= 0) {
            if (trial.isEmpty()) {
                if (rest == 0) {
                    return true;
                }
                rest--;
                trial.push(0, work.brokenAt(rest), work.docAt(rest));
                continue;
            }
            trial.pop();
            Doc next = trial.doc();
            boolean nextBroken = trial.broken();
            if (next instanceof Doc.Text text) {
                left -= text.width();
            } else if (next instanceof Doc.Concat concat) {
                trial.pushAll(0, nextBroken, concat.parts());
            } else if (next instanceof Doc.Line line) {
                if (nextBroken || line.hard()) {
                    return true;
                }
                left -= line == Doc.Line.SPACE ? 1 : 0;
            } else if (next instanceof Doc.Group group) {
                if (mustBeFlat && group.broken()) {
                    return false;
                }
                tryGroup(group, nextBroken);
            } else if (next instanceof Doc.Suffix) {
                suffix = true;
            } else if (next == Doc.Mark.SUFFIX_BOUNDARY) {
                if (suffix) {
                    return false;
                }
            } else {
                tryInside(next, nextBroken);
            }
        }
        return false;
    }

    private void tryGroup(Doc.Group group, boolean broken) {
        boolean groupBroken = group.broken() || broken;
        List<Doc> states = group.states();
        boolean expanded = groupBroken && !states.isEmpty();
        trial.push(0, groupBroken, expanded ? states.get(states.size() - 1) : group.contents());
    }

    private void tryInside(Doc doc, boolean broken) {
        if (doc instanceof Doc.Indent inner) {
            trial.push(0, broken, inner.contents());
        } else if (doc instanceof Doc.IfBreak choice) {
            trial.push(0, broken, isBroken(choice.id(), broken) ? choice.broken() : choice.flat());
        } else if (doc instanceof Doc.IndentIfBreak inner) {
            trial.push(0, broken, inner.contents());
        } else if (doc instanceof Doc.Chain chain) {
            trial.push(0, broken, chain.contents());
        } else if (doc instanceof Doc.AtColumn inner) {
            trial.push(0, broken, inner.contents());
        } else if (doc instanceof Doc.Fill fill) {
            trial.pushAll(0, broken, fill.parts());
        }
    }
}
