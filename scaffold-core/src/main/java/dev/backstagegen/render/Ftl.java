package dev.backstagegen.render;

import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;

/**
 * The only place that knows the template language: square brackets, so that TypeScript's own braces are plain text; a
 * missing value is an error; nothing can be instantiated or called but what the model offers.
 */
final class Ftl {

    private final Configuration configuration = configuration();
    private final Map<String, Object> model;

    Ftl(Map<String, Object> model) {
        this.model = model;
    }

    /**
     * Renders one template.
     *
     * @param name what the template is called in an error
     * @param text the template
     * @param about what is true in this template only
     * @param hole what to put where the template says {@code [@hole name="…"/]}
     */
    String render(String name, String text, Map<String, Object> about, Hole hole) {
        Map<String, Object> root = new HashMap<>(model);
        root.putAll(about);
        root.put("hole", directive(hole));
        try {
            StringWriter out = new StringWriter();
            new Template(name, text, configuration).process(root, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("Template " + name + ": " + e.getMessage(), e);
        }
    }

    /** What others put into a file. */
    interface Hole {

        /**
         * The text for a hole.
         *
         * @param name the name of the hole
         * @param given what else the template said there, for those who fill it
         */
        String fill(String name, Map<String, Object> given);
    }

    /** A function of texts that a template can call. */
    static TemplateMethodModelEx function(Function<List<String>, String> body) {
        return arguments -> {
            List<String> texts = new ArrayList<>();
            for (Object argument : arguments) {
                texts.add(argument.toString());
            }
            return body.apply(texts);
        };
    }

    private static TemplateDirectiveModel directive(Hole hole) {
        return (environment, parameters, loopVariables, body) -> {
            Map<String, Object> given = new HashMap<>();
            ((Map<?, ?>) parameters).forEach((name, value) -> given.put((String) name, value));
            String name = ((TemplateScalarModel) given.remove("name")).getAsString();
            environment.getOut().write(hole.fill(name, given));
        };
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTemplateLoader(new SharedTemplates());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNumberFormat("computer");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        return configuration;
    }
}
