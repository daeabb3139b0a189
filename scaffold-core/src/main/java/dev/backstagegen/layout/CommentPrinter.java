package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Prints comments with the nodes they belong to. */
final class CommentPrinter {

    private final SourceText source;

    CommentPrinter(SourceText source) {
        this.source = source;
    }

    Doc around(Node node, Doc doc) {
        if (!node.hasComment()) {
            return doc;
        }
        Doc before = leading(node);
        Doc after = trailing(node);
        return before == Doc.EMPTY && after == Doc.EMPTY ? doc : Doc.concat(before, doc, after);
    }

    Doc leading(Node node) {
        Parts parts = new Parts();
        for (Comment comment : node.comments()) {
            if (comment.is(Comment.Side.LEADING)) {
                parts.add(leading(comment));
            }
        }
        return parts.doc();
    }

    Doc trailing(Node node) {
        Parts parts = new Parts();
        for (Comment comment : node.comments()) {
            if (comment.is(Comment.Side.TRAILING)) {
                parts.add(trailing(comment));
            }
        }
        return parts.doc();
    }

    /** Those that stand inside, one on each line. */
    Doc dangling(Node node) {
        return dangling(node, comment -> true);
    }

    Doc dangling(Node node, Predicate<Comment> test) {
        List<Doc> docs = new ArrayList<>();
        for (Comment comment : node.comments()) {
            if (comment.is(Comment.Side.DANGLING) && test.test(comment)) {
                docs.add(print(comment));
            }
        }
        return Doc.join(Doc.Line.HARD, docs);
    }

    /** For a node that is printed as it is. */
    void markPrinted(Node node) {
        for (Node child : node.children()) {
            child.comments().forEach(Comment::markPrinted);
            markPrinted(child);
        }
        for (Comment comment : node.comments()) {
            if (comment.is(Comment.Side.DANGLING)) {
                comment.markPrinted();
            }
        }
    }

    private Doc leading(Comment comment) {
        Parts parts = new Parts().add(print(comment));
        if (comment.isLine()) {
            parts.add(Doc.Line.HARD);
        } else if (source.newlineAfter(comment.end())) {
            parts.add(source.newlineBefore(comment.start()) ? Doc.Line.HARD : Doc.Line.SPACE);
        } else {
            parts.add(" ");
        }
        int next = source.skipLineEnd(comment.end());
        return parts.addIf(source.newlineAfter(next), Doc.Line.HARD).doc();
    }

    private Doc trailing(Comment comment) {
        Doc printed = print(comment);
        if (source.newlineBefore(comment.start())) {
            Doc gap = source.emptyLineBefore(comment.start()) ? Doc.Line.HARD : Doc.EMPTY;
            return new Doc.Suffix(Doc.concat(Doc.Line.HARD, gap, printed));
        }
        Doc spaced = Doc.concat(Doc.text(" "), printed);
        return comment.isBlock() ? spaced : Doc.concat(new Doc.Suffix(spaced), Doc.Mark.BREAK_PARENT);
    }

    private Doc print(Comment comment) {
        comment.markPrinted();
        String text = comment.text();
        if (comment.isLine()) {
            return Doc.text(text);
        }
        String[] lines = text.split("\n", -1);
        if (!isStarred(lines)) {
            return Docs.literal(text);
        }
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            docs.add(Doc.text(i == 0 ? lines[i].stripTrailing() : " " + lines[i].strip()));
        }
        Doc printed = Doc.join(Doc.Line.HARD, docs);
        boolean behind = comment.is(Comment.Side.TRAILING) && !source.newlineBefore(comment.start());
        return behind ? Doc.concat(Doc.Line.HARD, printed) : printed;
    }

    private static boolean isStarred(String[] lines) {
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].strip().startsWith("*")) {
                return false;
            }
        }
        return lines.length > 1;
    }
}
