package dev.backstagegen.moved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final String STORE = """
            import { Knex } from 'knex';
            import { Item } from '../types';

            export class ItemStore {
              readonly #client: Knex;

              constructor(client: Knex) {
                this.#client = client;
              }

              async get(id: string): Promise<Item | undefined> {
                return this.#client<Item>('items').where({ id }).first();
              }
            }
            """;
    private static final String OTHER = """
            export function other(a: number, b: number): number {
              if (a > b) {
                throw new Error(`${a} is more than ${b}`);
              }
              return [a, b].map(each => each * 2).reduce((x, y) => x + y);
            }
            """;
    private static final String TEST = """
            describe('it', () => {
              it('works', () => {});
            });
            """;

    private FileTree base = FileTree.EMPTY;
    private FileTree fresh = FileTree.EMPTY;
    private FileTree disk = FileTree.EMPTY;

    private static RelPath path(String name) {
        return RelPath.of("plugins/a/" + name);
    }

    private static String renamed(String text) {
        return text.replace("Item", "Ticket").replace("client", "db").replace("get(", "find(");
    }

    private MovesTest generated(String name, String text) {
        base = base.with(path(name), text);
        fresh = fresh.with(path(name), text);
        return this;
    }

    private MovesTest there(String name, String text) {
        disk = disk.with(path(name), text);
        return this;
    }

    private Moves moves() {
        return Moves.between(base, fresh, disk, Set.of());
    }

    private void assertMoved(String from, String to) {
        assertThat(moves().places()).containsEntry(path(from), path(to));
        assertThat(moves().origin(path(to))).contains(path(from));
    }

    @Test
    void aFileIsKnownByItsShapeWhateverItsNames() {
        generated("src/ItemStore.ts", STORE)
                .there("src/db/TicketStore.ts", renamed(STORE))
                .there("src/other.ts", OTHER);
        assertThat(moves().places()).isEqualTo(Map.of(path("src/ItemStore.ts"), path("src/db/TicketStore.ts")));
        assertThat(moves().renamed()).containsExactly(path("src/ItemStore.ts"));
    }

    @Test
    void aCopyIsNoMove() {
        generated("src/ItemStore.ts", STORE).there("src/ItemStore.ts", STORE).there("src/TicketStore.ts", STORE);
        assertThat(moves()).isEqualTo(Moves.NONE);
    }

    @Test
    void whatIsLessThanHalfAlikeIsAnotherFile() {
        generated("src/ItemStore.ts", STORE).there("src/ItemStorage.ts", OTHER);
        assertThat(moves()).isEqualTo(Moves.NONE);
    }

    @Test
    void ofTwoThatAreAsGoodNeitherIsIt() {
        generated("src/ItemStore.ts", STORE)
                .there("src/AStore.ts", renamed(STORE))
                .there("src/BStore.ts", renamed(STORE));
        assertThat(moves()).isEqualTo(Moves.NONE);
    }

    @Test
    void anotherKindOfFileAnotherPackageAndAGeneratedFileAreNone() {
        generated("src/ItemStore.ts", STORE).there("src/ItemStore.js", STORE).there("tools/ItemStore.ts", STORE);
        disk = disk.with(RelPath.of("plugins/b/src/ItemStore.ts"), STORE);
        fresh = fresh.with(path("src/TicketStore.ts"), STORE);
        there("src/TicketStore.ts", STORE);
        assertThat(moves()).isEqualTo(Moves.NONE);
    }

    @Test
    void aTestFollowsWhatItTests() {
        generated("src/ItemStore.ts", STORE)
                .generated("src/ItemStore.test.ts", OTHER)
                .there("src/TicketStore.ts", renamed(STORE))
                .there("src/TicketStore.test.ts", TEST);
        assertMoved("src/ItemStore.test.ts", "src/TicketStore.test.ts");
    }

    @Test
    void aFolderTakesWithItWhatWasRewrittenAndWhatIsNew() {
        generated("src/a/store.ts", STORE)
                .generated("src/a/other.ts", OTHER)
                .generated("src/a/tested.ts", TEST)
                .there("src/b/store.ts", STORE)
                .there("src/b/other.ts", OTHER)
                .there("src/b/tested.ts", "export {};\n");
        fresh = fresh.with(path("src/a/new.ts"), "").with(path("src/a/deep/new.ts"), "");
        assertMoved("src/a/tested.ts", "src/b/tested.ts");
        assertMoved("src/a/new.ts", "src/b/new.ts");
        assertMoved("src/a/deep/new.ts", "src/b/deep/new.ts");
        assertThat(moves().renamed()).isEmpty();
    }

    @Test
    void aFolderOfWhichAFileIsLeftHasNotMoved() {
        generated("src/a/store.ts", STORE)
                .generated("src/a/other.ts", OTHER)
                .generated("src/a/tested.ts", TEST)
                .there("src/b/store.ts", STORE)
                .there("src/b/other.ts", OTHER)
                .there("src/a/tested.ts", TEST);
        fresh = fresh.with(path("src/a/new.ts"), "");
        assertThat(moves().places()).containsOnlyKeys(path("src/a/store.ts"), path("src/a/other.ts"));
        assertThat(moves().renamed()).hasSize(2);
    }

    @Test
    void twinsAreToldApartByWhatIsLeftOfTheirWords() {
        String orders = STORE.replace("items", "orders").replace("Item", "Order");
        generated("src/ItemStore.ts", STORE)
                .generated("src/OrderStore.ts", orders)
                .there("src/One.ts", orders.replace("OrderStore", "One"))
                .there("src/Two.ts", STORE.replace("ItemStore", "Two"));
        assertMoved("src/ItemStore.ts", "src/Two.ts");
        assertMoved("src/OrderStore.ts", "src/One.ts");
    }
}
