package dev.backstagegen.moved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import org.junit.jupiter.api.Test;

class YoursTest {

    private static final String STORE = """
            export class Store {
              get(id: string) {
                return id.trim();
              }
            }

            export const open = (name: string) => new Store();
            """;
    private static final String USER = """
            import { open, Store } from './store';

            export function user(store: Store) {
              return store.get(open.name);
            }
            """;

    private FileTree base = FileTree.EMPTY;
    private FileTree disk = FileTree.EMPTY;
    private FileTree added = FileTree.EMPTY;

    private static RelPath path(String name) {
        return RelPath.of("plugins/a/src/" + name);
    }

    private YoursTest file(String name, String generated, String there) {
        base = base.with(path(name), generated);
        disk = disk.with(path(name), there);
        return this;
    }

    private String fresh(String name, String text) {
        added = added.with(path(name), text);
        Yours yours = Yours.of(base, base.and(added), disk);
        return yours.fresh().text(yours.moves().place(path(name))).orElseThrow();
    }

    @Test
    void whereNothingIsOtherwiseNothingBecomesOtherwise() {
        file("store.ts", STORE, STORE).file("user.ts", USER, USER + "\n// Mine\nexport const mine = 1;\n");
        Yours yours = Yours.of(base, base, disk);
        assertThat(yours).isEqualTo(new Yours(Moves.NONE, base, base));
    }

    @Test
    void aNameThatIsGoneEverywhereIsTheNewOne() {
        file("store.ts", STORE, STORE.replace("Store", "Shelf")).file("user.ts", USER, USER.replace("Store", "Shelf"));
        assertThat(fresh("new.ts", "import { Store } from './store';\n\nexport const all: Store[] = [];\n"))
                .isEqualTo("import { Shelf } from './store';\n\nexport const all: Shelf[] = [];\n");
        assertThat(Yours.of(base, base, disk).base()).isEqualTo(disk);
    }

    @Test
    void textsAndCommentsAreNotNames() {
        file("store.ts", STORE, STORE.replace("Store", "Shelf"));
        String text = "// A Store\nexport const a = 'Store';\nexport const b = `Store ${a}`;\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text);
    }

    @Test
    void aNameThatIsStillUsedSomewhereStays() {
        file("store.ts", STORE, STORE.replace("Store", "Shelf")).file("user.ts", USER, USER);
        String text = "import { Store } from './store';\n\nexport const all: Store[] = [];\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text);
    }

    @Test
    void aNewNameThatMeansSomethingElseAlreadyIsNotTaken() {
        file("store.ts", STORE, STORE.replace("Store", "Shelf"));
        String text = "import { Store } from './store';\n\nexport const Shelf: Store[] = [];\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text.replace("{ Store }", "{ Shelf as Store }"));
    }

    @Test
    void twoThatBecameOneAreNotTold() {
        String two = "export const one = () => 1;\nexport const two = () => 1;\n";
        file("two.ts", two, "export const both = () => 1;\n").file("user.ts", "one(two());\n", "both(both());\n");
        String text = "import { one, two } from './two';\n\nexport const a = one() + two();\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text);
    }

    @Test
    void anotherFunctionInThePlaceOfOneIsNotThatOne() {
        String one = "export function one(a: string) {\n  return a.trim().split(',').map(Number);\n}\n";
        String other = "export function other() {\n  for (;;) {\n    console.log('x');\n  }\n}\n";
        file("one.ts", one, other);
        String text = "import { one } from './one';\n\nexport const a = one('1');\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text);
    }

    @Test
    void oneThatWasAddedBesideItDoesNotHideIt() {
        String get = "export const get = (id: string) => id.trim();\n";
        String mine = "export class Mine {\n  readonly all = new Map<string, number>();\n}\n";
        file("get.ts", get, mine + get.replace("get", "find"));
        assertThat(fresh("new.ts", "import { get } from './get';\n\nexport const a = get('1');\n"))
                .isEqualTo("import { find } from './get';\n\nexport const a = find('1');\n");
    }

    @Test
    void membersAreRenamedWhereATypeOfThePluginHasThem() {
        String options = "export interface Options {\n  store: string;\n}\n";
        file("options.ts", options, options.replace("store", "shelf"));
        assertThat(fresh(
                        "new.ts",
                        "import { Options } from './options';\n\n"
                                + "export const use = ({ store }: Options) => [store, { store }];\n"))
                .isEqualTo("import { Options } from './options';\n\n"
                        + "export const use = ({ shelf }: Options) => [shelf, { shelf }];\n");
    }

    @Test
    void aVariableThatIsNoMemberKeepsTheKeyThatItIsHandedOverBy() {
        String main = "const store = 1;\nuse(store);\n";
        file("main.ts", main, main.replace("store", "shelf"));
        assertThat(fresh("new.ts", "const store = 1;\nuse({ store });\n"))
                .isEqualTo("const shelf = 1;\nuse({ store: shelf });\n");
    }

    @Test
    void whatComesFromAPackageKeepsItsName() {
        file("store.ts", STORE, STORE.replace("Store", "Shelf"));
        String text = "import { Store } from 'stores';\n\nexport const all: Store[] = [];\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text);
    }

    @Test
    void aModuleIsImportedFromWhereItLies() {
        base = base.with(path("store.ts"), STORE);
        disk = disk.with(path("data/shelf.ts"), STORE);
        assertThat(fresh("new.ts", "import { open } from './store';\n\nexport const a = import('./store');\n"))
                .isEqualTo("import { open } from './data/shelf';\n\nexport const a = import('./data/shelf');\n");
        assertThat(fresh("deep/new.ts", "jest.mock('../store');\nconst a = '../store';\n"))
                .isEqualTo("jest.mock('../data/shelf');\nconst a = '../store';\n");
    }

    @Test
    void aModuleThatMovedImportsFromThere() {
        base = base.with(path("user.ts"), USER).with(path("store.ts"), STORE);
        disk = disk.with(path("a/b/user.ts"), USER).with(path("store.ts"), STORE);
        assertThat(fresh("user.ts", USER)).contains("from '../../store';");
    }

    @Test
    void anIndexIsMeantByItsFolder() {
        base = base.with(path("all/index.ts"), STORE);
        disk = disk.with(path("each/index.ts"), STORE);
        String text = "import { open } from './all';\n\nexport const a = open;\n";
        assertThat(fresh("new.ts", text)).isEqualTo(text.replace("./all", "./each"));
        disk = FileTree.EMPTY.with(path("every.ts"), STORE);
        assertThat(fresh("new.ts", text)).isEqualTo(text.replace("./all", "./every"));
    }

    @Test
    void whatIsGeneratedNoLongerIsNotTakenForUntouched() {
        file("store.ts", STORE, STORE.replace("class Store", "class Depot"));
        Yours yours = Yours.of(base, base.without(path("store.ts")), disk);
        assertThat(yours.base().text(path("store.ts"))).contains(STORE);
    }

    @Test
    void norIsAMemberOfATypeThatIsGeneratedNoLonger() {
        String kept = "export interface Kept {\n  id: string;\n}\n";
        String options = kept + "\nexport interface Options {\n  store: string;\n}\n";
        file("types.ts", options, options.replace("store", "shelf"));
        Yours yours = Yours.of(base, FileTree.EMPTY.with(path("types.ts"), kept), disk);
        assertThat(yours.base().text(path("types.ts"))).contains(options);
    }
}
