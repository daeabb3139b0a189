package dev.backstagegen.ts;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterTypescript;

/** The only place that knows the parser's library: copies its tree into nodes of ours, then lets go of it. */
final class TsParser {

    private static final TSLanguage LANGUAGE = new TreeSitterTypescript();

    // Each question to the library leaves Java, so what is the same for many nodes is asked once.
    private static final Map<Integer, Symbol> SYMBOLS = new ConcurrentHashMap<>();
    private static final Map<Integer, String> FIELDS = new ConcurrentHashMap<>();

    private record Symbol(String type, boolean named) {}

    private final String source;
    private final int[] indexOfByte;

    private TsParser(String source) {
        this.source = source;
        this.indexOfByte = indexOfByte(source);
    }

    static TsFile parse(String source) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(LANGUAGE);
            try (TSTree tree = parser.parseString(null, source);
                    TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
                return new TsFile(source, new TsParser(source).copy(cursor));
            }
        }
    }

    private TsNode copy(TSTreeCursor cursor) {
        TsNode root = node(cursor);
        TsNode at = root;
        while (true) {
            if (cursor.gotoFirstChild()) {
                TsNode child = node(cursor);
                at.add(child);
                at = child;
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                if (at == root || !cursor.gotoParent()) {
                    return root;
                }
                at = at.parent().orElseThrow();
            }
            TsNode sibling = node(cursor);
            at.parent().orElseThrow().add(sibling);
            at = sibling;
        }
    }

    private TsNode node(TSTreeCursor cursor) {
        TSNode node = cursor.currentNode();
        Symbol symbol = SYMBOLS.computeIfAbsent(node.getSymbol(), id -> new Symbol(node.getType(), node.isNamed()));
        int field = cursor.currentFieldId();
        int start = node.getStartByte();
        int end = node.getEndByte();
        return new TsNode(
                source,
                symbol.type(),
                symbol.named(),
                start == end && node.isMissing(),
                field == 0 ? "" : FIELDS.computeIfAbsent(field, LANGUAGE::fieldNameForId),
                index(start),
                index(end));
    }

    private int index(int atByte) {
        return indexOfByte.length == 0 ? atByte : indexOfByte[atByte];
    }

    /** The library counts bytes of UTF-8; empty when that is the same as counting characters. */
    private static int[] indexOfByte(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == source.length()) {
            return new int[0];
        }
        int[] index = new int[bytes.length + 1];
        int at = 0;
        for (int i = 0; i < bytes.length; i++) {
            index[i] = at;
            // The character ends with the last byte of its sequence; four bytes are a surrogate pair.
            boolean last = i + 1 == bytes.length || (bytes[i + 1] & 0xc0) != 0x80;
            if (last) {
                at += (sequenceLead(bytes, i) & 0xff) >= 0xf0 ? 2 : 1;
            }
        }
        index[bytes.length] = at;
        return index;
    }

    private static byte sequenceLead(byte[] bytes, int last) {
        int i = last;
        while ((bytes[i] & 0xc0) == 0x80) {
            i--;
        }
        return bytes[i];
    }
}
