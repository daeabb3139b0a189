package dev.backstagegen.rule.code;

import dev.backstagegen.host.Host;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one backend plugin, paths as seen from its folder, and what follows from them. Each file is parsed once,
 * each answer worked out when it is first asked for; what is asked never changes an answer. Belongs to one thread.
 *
 * <p>Files of the repository around it may be among them, below {@link #REPOSITORY}: those that {@link Host#WANTED}
 * names, and the packages of the same plugin that lie beside it, such as its common package. They are looked at and
 * may be edited, but they are no sources of the plugin.
 */
public final class Plugin {

    /** What stands in front of a path that is seen from the root of the repository. */
    public static final RelPath REPOSITORY = RelPath.REPOSITORY;

    private static final List<String> CODE = List.of("ts", "mts", "cts", "js", "mjs", "cjs");

    private final FileTree files;
    private final ActionNames actionNames;
    private final Optional<Host> host;
    private final Siblings siblings;
    private final Map<String, RelPath> code = new HashMap<>();
    private final Map<String, Source> parsed = new TreeMap<>();
    private final List<RelPath> sources = new ArrayList<>();
    private final List<RelPath> tests = new ArrayList<>();
    private List<Source> parsedSources;
    private List<Source> parsedTests;
    private final Modules modules = new Modules(this);
    private final Types types = new Types(this);
    private final Implementations implementations = new Implementations(this);
    private final Calls calls = new Calls(this);
    private final Origins origins = new Origins(this);
    private final Imports imports = new Imports(this);
    private final Optional<Manifest> manifest;
    private List<Source> loaded;
    private Init init;
    private Routes routes;
    private Actions actions;
    private Requests requests;
    private Answers answers;

    private Plugin(FileTree files, ActionNames actionNames, Optional<Host> host) {
        this.files = files;
        this.actionNames = actionNames;
        this.host = host;
        this.siblings = Siblings.of(files);
        this.manifest = Manifest.read(files);
        for (RelPath path : files.paths()) {
            if (CODE.contains(path.extension())) {
                code.put(path.value(), path);
            }
            // The tests of a package beside it are that package's.
            boolean own = !path.startsWith(REPOSITORY);
            if (own && isCode(path) && (isTest(path) || path.value().startsWith("src/"))) {
                (isTest(path) ? tests : sources).add(path);
            }
        }
    }

    /** With names of actions in the usual style. */
    public static Plugin of(FileTree files) {
        return of(files, ActionNames.SNAKE);
    }

    /** @param actionNames how the words of an action's name are to be joined */
    public static Plugin of(FileTree files, ActionNames actionNames) {
        FileTree repository = files.under(REPOSITORY);
        return of(files, actionNames, repository.isEmpty() ? Optional.empty() : Optional.of(Host.of(repository)));
    }

    /** @param host the repository, where it was read before: for many plugins it is the same */
    public static Plugin of(FileTree files, ActionNames actionNames, Optional<Host> host) {
        return new Plugin(files, actionNames, host);
    }

    public FileTree files() {
        return files;
    }

    /** What runs in production: the code below {@code src} that is no test. */
    public List<Source> sources() {
        if (parsedSources == null) {
            parsedSources = parse(sources);
        }
        return parsedSources;
    }

    /** The sources that run with the plugin, without scripts and servers of their own that nothing imports. */
    public List<Source> loaded() {
        if (loaded == null) {
            loaded = Loaded.of(this);
        }
        return loaded;
    }

    /** Tests, their set-up and the stand-alone backend in {@code dev}. */
    public List<Source> tests() {
        if (parsedTests == null) {
            parsedTests = parse(tests);
        }
        return parsedTests;
    }

    /** The sources and tests in whose text a word stands; the others need not be parsed for it. */
    public List<Source> mentioning(String word) {
        return parse(Stream.concat(sources.stream(), tests.stream())
                .filter(path ->
                        files.text(path).filter(text -> text.contains(word)).isPresent())
                .toList());
    }

    /** Whether every source could be read to its end, so that what is not there is really missing. */
    public boolean isWhole() {
        return sources().stream().allMatch(Source::isWhole);
    }

    /** A file of code by its path, whether it is a source, a test or something else, such as a declaration. */
    public Optional<Source> source(String path) {
        Source known = parsed.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(code.get(path)).map(this::parse);
    }

    /** Its package.json, if there is one that can be read. */
    public Optional<Manifest> manifest() {
        return manifest;
    }

    /** The repository around it; nothing where the plugin stands alone. */
    public Optional<Host> host() {
        return host;
    }

    /** How the words of an action's name are to be joined. */
    public ActionNames actionNames() {
        return actionNames;
    }

    /** The packages of the repository that can be imported by their names. */
    Siblings siblings() {
        return siblings;
    }

    /** What names mean across files. */
    public Modules modules() {
        return modules;
    }

    /** Of which class or service a value is. */
    public Types types() {
        return types;
    }

    /** What keeps to an interface of the plugin's own. */
    Implementations implementations() {
        return implementations;
    }

    /** Which functions a call reaches, and who calls a function. */
    public Calls calls() {
        return calls;
    }

    /** Where values come from. */
    public Origins origins() {
        return origins;
    }

    /** Which modules its files ask for. */
    public Imports imports() {
        return imports;
    }

    /** Where the plugin says what it needs and starts. */
    public Init init() {
        if (init == null) {
            init = new Init(this);
        }
        return init;
    }

    /** Its routers, routes and policies. */
    public Routes routes() {
        if (routes == null) {
            routes = new Routes(this);
        }
        return routes;
    }

    /** The actions that it registers. */
    public Actions actions() {
        if (actions == null) {
            actions = new Actions(this);
        }
        return actions;
    }

    /** What runs when its routes are asked for. */
    public Requests requests() {
        if (requests == null) {
            requests = new Requests(this);
        }
        return requests;
    }

    /** What its handlers answer with a status of their own. */
    public Answers answers() {
        if (answers == null) {
            answers = new Answers(this);
        }
        return answers;
    }

    /** The files that were not asked for before are parsed on all processors. */
    private List<Source> parse(List<RelPath> paths) {
        paths.parallelStream()
                .filter(path -> !parsed.containsKey(path.value()))
                .map(this::read)
                .toList()
                .forEach(source -> parsed.put(source.path().value(), source));
        return paths.stream().map(path -> parsed.get(path.value())).toList();
    }

    private Source parse(RelPath path) {
        return parsed.computeIfAbsent(path.value(), key -> read(path));
    }

    private Source read(RelPath path) {
        return new Source(path, TsFile.parse(files.text(path).orElseThrow()));
    }

    private static boolean isCode(RelPath path) {
        return CODE.contains(path.extension()) && !path.name().endsWith(".d.ts");
    }

    private static boolean isTest(RelPath path) {
        List<String> segments = path.segments();
        String name = path.name();
        return segments.get(0).equals("dev")
                || segments.stream()
                        .anyMatch(each -> each.equals("__tests__")
                                || each.equals("__mocks__")
                                || each.equals("__fixtures__")
                                || each.equals("__testUtils__"))
                || name.matches(".*\\.(test|spec)\\.[a-z]+")
                || name.startsWith("setupTests.");
    }
}
