package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.disk.Reading.Refusal;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @TempDir
    Path temp;

    @Test
    void theRootIsFoundFromAnyFolderBelow() {
        Ground ground = Ground.inMemory();
        ground.write("plugins/a/package.json", "{ \"dependencies\": { \"@backstage/x\": \"1\" } }");
        ground.write("plugins/a/src/x.ts", "");
        assertThat(Workspace.find(ground.root().resolve("plugins/a/src"))
                        .orElseThrow()
                        .root())
                .isEqualTo(ground.root());
        assertThat(Workspace.find(ground.root()).orElseThrow().root()).isEqualTo(ground.root());
        assertThat(Workspace.find(ground.root().getParent())).isEmpty();
    }

    @Test
    void aRootIsKnownByItsFiles() {
        assertThat(isRoot("backstage.json", "{}")).isTrue();
        assertThat(isRoot("package.json", "{ \"workspaces\": [\"packages/*\"] }"))
                .isFalse();
        assertThat(isRoot("package.json", "{ \"dependencies\": {\"@backstage/cli\": \"1\"} }"))
                .isFalse();
        Ground ground = new Ground(Ground.inMemory().root().resolveSibling("other"));
        ground.write("package.json", "{ \"workspaces\": [\"packages/*\"] }");
        ground.write("packages/backend/package.json", "{}");
        assertThat(Workspace.find(ground.root().resolve("packages/backend"))).isPresent();
    }

    @Test
    void theSearchDoesNotLeaveAGitRepository() {
        Ground ground = Ground.inMemory();
        ground.write("nested/.git/HEAD", "");
        ground.write("nested/src/x.ts", "");
        assertThat(Workspace.find(ground.root().resolve("nested/src"))).isEmpty();
        ground.write(".git/HEAD", "");
        ground.write("docs/x.md", "");
        assertThat(Workspace.find(ground.root().resolve("docs"))).isPresent();
    }

    @Test
    void textsComeWithLineFeeds() {
        Ground ground = Ground.inMemory();
        ground.write("t/crlf", "a\r\nb\r\n");
        ground.write("t/lf", "a\nb");
        ground.write("t/mixed", "a\r\nb\n");
        ground.write("t/old-mac", "a\rb\r\n");
        ground.write("t/bom", "\uFEFFa\r\nb");
        ground.write("t/empty", "");
        Reading reading = ground.workspace().read("t/**").whole();
        assertThat(reading.tree().asMap().values())
                .containsExactly("\uFEFFa\nb", "a\nb\n", "", "a\nb", "a\r\nb\n", "a\rb\r\n");
        assertThat(reading.crlf()).containsExactlyInAnyOrder(RelPath.of("t/crlf"), RelPath.of("t/bom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "\r\n", "\r", "a\r\nb", "a\r\nb\n", "a\r\r\nb", "\r\n\r", "\uFEFFä\r\n", "a\n\r\n"})
    void bytesComeBackAsTheyWere(String raw) {
        byte[] bytes = raw.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(TextFile.decode(bytes).orElseThrow().encode()).isEqualTo(bytes);
    }

    @Test
    void starsStandForNames() {
        Ground ground = Ground.onWindows();
        for (String path : List.of(
                "plugins/a/package.json",
                "plugins/b/package.json",
                "plugins/.hidden/package.json",
                "plugins/b/deep/package.json",
                "plugins/b/node_modules/x/package.json",
                "plugins/b/dist/x.js",
                "plugins/b/src/dist/x.ts",
                "plugins/b/.eslintrc.js",
                "plugins/README.md")) {
            ground.write(path, "{}");
        }
        Workspace workspace = ground.workspace();
        assertThat(workspace.list("plugins/*/package.json"))
                .extracting(RelPath::value)
                .containsExactly("plugins/a/package.json", "plugins/b/package.json");
        assertThat(workspace.list("plugins/b/**"))
                .extracting(RelPath::value)
                .containsExactly(
                        "plugins/b/.eslintrc.js",
                        "plugins/b/deep/package.json",
                        "plugins/b/package.json",
                        "plugins/b/src/dist/x.ts");
        assertThat(workspace.list("app-*.yaml")).extracting(RelPath::value).containsExactly("app-config.yaml");
        assertThat(workspace
                        .read("yarn.lock", "none/*/x", "package.json")
                        .tree()
                        .paths())
                .containsExactly(RelPath.of("package.json"));
        assertThatThrownBy(() -> workspace.list("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoTextIsReported() throws IOException {
        Ground ground = Ground.on(temp);
        ground.write("t/latin1", new byte[] {(byte) 0xe4});
        ground.write("t/name:colon", "");
        try (FileChannel big =
                FileChannel.open(temp.resolve("t/big"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            big.write(java.nio.ByteBuffer.wrap(new byte[1]), 16 << 20);
        }
        Reading reading = ground.workspace().read("t/**");
        assertThat(reading.tree().isEmpty()).isTrue();
        assertThat(reading.refusals())
                .containsExactly(
                        new Refusal("t/big", "is larger than 16 MB"),
                        new Refusal("t/latin1", "is not UTF-8 text"),
                        new Refusal("t/name:colon", "has a name that does not work on every system"));
        assertThatThrownBy(reading::whole)
                .isInstanceOf(ScaffoldException.class)
                .hasMessage("t/big is larger than 16 MB");
    }

    @Test
    void linksLeadNowhereElse() throws IOException {
        Ground ground = Ground.on(temp.resolve("repo"));
        Ground outside = new Ground(temp.resolve("outside"));
        outside.write("package.json", "{}");
        outside.write("secret", "x");
        Path links = Files.createDirectory(ground.root().resolve("plugins"));
        Files.createSymbolicLink(links.resolve("away"), outside.root());
        Files.createSymbolicLink(links.resolve("broken"), outside.root().resolve("none"));
        Files.createSymbolicLink(links.resolve("inside"), ground.root().resolve("packages/backend"));
        Files.createSymbolicLink(links.resolve("loop"), links.resolve("loop"));
        Files.createSymbolicLink(links.resolve("up"), ground.root());
        Files.createSymbolicLink(links.resolve("secret"), outside.root().resolve("secret"));
        String away =
                "is a symbolic link that leads out of " + ground.workspace().root();

        Reading reading = ground.workspace().read("plugins/*/package.json");
        assertThat(reading.tree().paths())
                .containsExactly(RelPath.of("plugins/inside/package.json"), RelPath.of("plugins/up/package.json"));
        assertThat(reading.refusals())
                .startsWith(
                        new Refusal("plugins/away", away),
                        new Refusal("plugins/broken", "is a symbolic link that leads nowhere"))
                .extracting(Refusal::path)
                .containsExactly("plugins/away", "plugins/broken", "plugins/loop", "plugins/secret");

        Reading deep = ground.workspace().read("plugins/**");
        assertThat(deep.tree().isEmpty()).isTrue();
        assertThat(deep.refusals()).contains(new Refusal("plugins/secret", away));
        assertThatThrownBy(() -> ground.workspace().read("plugins/secret").whole())
                .hasMessage("plugins/secret " + away);
    }

    @Test
    void aFolderIsFreeWithoutFiles() {
        Ground ground = Ground.inMemory();
        RelPath folder = RelPath.of("plugins/a");
        Workspace workspace = ground.workspace();
        assertThat(workspace.isFree(folder)).isTrue();
        ground.write("plugins/a/node_modules/x/index.js", "");
        assertThat(workspace.exists(folder)).isTrue();
        assertThat(workspace.isFree(folder)).isTrue();
        ground.write("plugins/a/src/x.ts", "");
        assertThat(workspace.isFree(folder)).isFalse();
        assertThat(workspace.isFree(RelPath.of("package.json"))).isFalse();
    }

    @Test
    void theBaseComesBack() {
        RelPath folder = RelPath.of("plugins/a");
        dev.backstagegen.tree.FileTree tree =
                dev.backstagegen.tree.FileTree.EMPTY.with(RelPath.of("src/x.ts"), "-- x --");
        String text = Baseline.text(tree.with(RelPath.of(Baseline.FILE), "old"));
        assertThat(text).startsWith("What backstage-gen generated last");
        assertThat(Baseline.tree(RelPath.of("plugins/a-backend"), text)).isEqualTo(tree);
        assertThat(Baseline.change(folder, java.util.Optional.of(text), tree).writes())
                .isFalse();
        assertThatThrownBy(() -> Baseline.tree(RelPath.of("plugins/a-backend"), "-- a --\n<<<<<<< HEAD\n"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("unfinished merge");
        assertThatThrownBy(() -> Baseline.tree(RelPath.of("plugins/a-backend"), "-- /a --\n"))
                .isInstanceOf(ScaffoldException.class);
    }

    private static boolean isRoot(String name, String text) {
        Ground ground = new Ground(Ground.inMemory().root().resolveSibling("other"));
        ground.write(name, text);
        return Workspace.find(ground.root()).isPresent();
    }
}
