package dev.backstagegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rooms use what docs/architecture.md lets them use, and each library has its one room. */
class ArchitectureTest {

    private static final String BASE = "dev.backstagegen";
    private static final Path PAGE = Path.of("../docs/architecture.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` *\\| [^|]+ \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** The table of the page: a room, and the rooms it may use. */
    private static Map<String, List<String>> rooms() throws IOException {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            rooms.put(
                    row.group(1),
                    Arrays.stream(row.group(2).split(","))
                            .map(name -> name.replaceAll("[`\\s-]", ""))
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
        return rooms;
    }

    @Test
    void everyRoomIsOnThePage() throws IOException {
        List<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(BASE))
                .map(name -> name.substring(BASE.length() + 1).split("\\.")[0])
                .distinct()
                .toList();
        assertThat(rooms().keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void roomsUseOnlyWhatThePageSays() throws IOException {
        for (Map.Entry<String, List<String>> room : rooms().entrySet()) {
            List<String> allowed = room.getValue();
            classes()
                    .that()
                    .resideInAPackage(BASE + "." + room.getKey() + "..")
                    .should()
                    .onlyDependOnClassesThat(new DescribedPredicate<>("are in " + room + " or outside of the house") {
                        @Override
                        public boolean test(JavaClass used) {
                            String name = used.getPackageName();
                            boolean outside = !name.startsWith(BASE);
                            boolean fault = used.getName().startsWith(BASE + ".ScaffoldException");
                            return outside
                                    || fault
                                    || isIn(used, room.getKey())
                                    || allowed.stream().anyMatch(each -> isIn(used, each));
                        }
                    })
                    .check(CLASSES);
        }
    }

    private static boolean isIn(JavaClass used, String room) {
        return used.getPackageName().equals(BASE + "." + room)
                || used.getPackageName().startsWith(BASE + "." + room + ".");
    }

    @Test
    void noTwoRoomsNeedEachOther() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachLibraryHasItsRoom() {
        Map<String, String> owners = Map.of(
                "freemarker..", BASE + ".render",
                "org.treesitter..", BASE + ".ts",
                "com.fasterxml.jackson..", BASE + ".tree",
                "org.yaml..", BASE + ".tree",
                "com.github.difflib..", BASE + ".plan",
                "picocli..", BASE + ".cli");
        owners.forEach((library, owner) -> noClasses()
                .that()
                .resideOutsideOfPackages(owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(library + " is known to " + owner + " only")
                .check(CLASSES));
    }

    @Test
    void onlyTheDoorTouchesTheDisk() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".disk")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Files.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileOutputStream")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnClockChanceOrPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".disk")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Instant")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void namesAreOfTheField() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Abstract\\w*|Factory|Context)")
                .check(CLASSES);
    }
}
