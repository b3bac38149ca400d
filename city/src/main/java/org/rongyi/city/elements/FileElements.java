package org.rongyi.city.elements;

import java.util.List;
import java.util.Optional;
import org.rongyi.city.vocabulary.FaultyCityFiles;
import org.rongyi.definitions.Classification;
import org.rongyi.definitions.Definitions;
import org.rongyi.definitions.ElementDefinition;
import org.rongyi.definitions.Loaded;
import org.rongyi.rules.Dictionary;
import org.rongyi.rules.RuleCompiler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The dictionary as files: the shipped one and the city's additions. A fault in it stops the start, because every
/// rule and portrait stands on it.
@Component
class FileElements implements Elements {
    private static final Logger LOG = LoggerFactory.getLogger(FileElements.class);

    private final Definitions definitions;
    private final RuleCompiler compiler;

    FileElements(CityTexts texts) {
        Loaded<Definitions> loaded = texts.definitions();
        FaultyCityFiles.stopOn("element dictionary", loaded.faults());
        loaded.warnings().forEach(warning -> LOG.warn(warning.render()));
        this.definitions = loaded.value();
        this.compiler = new RuleCompiler(definitions.dictionary());
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Dictionary dictionary() {
        return definitions.dictionary();
    }

    @Override
    public RuleCompiler compiler() {
        return compiler;
    }

    @Override
    public List<ElementDefinition> all() {
        return definitions.elements();
    }

    @Override
    public Optional<ElementDefinition> find(String id) {
        return definitions.find(id);
    }

    @Override
    public Optional<Classification> classification(String name) {
        return definitions.classification(name);
    }
}
