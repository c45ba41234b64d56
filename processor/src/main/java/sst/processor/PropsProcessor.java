package sst.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes a block for every record of props, and one catalogue of all constructs. */
public final class PropsProcessor extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.CONSTRUCT, Names.NESTED);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<BlockModel> constructs = new ArrayList<>();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                BlockModel model = BlockModel.read((TypeElement) element);
                write(BlockWriter.write(model), element);
                model.construct().ifPresent(construct -> constructs.add(model));
            }
        }
        if (!constructs.isEmpty()) {
            write(CatalogueWriter.constructs(constructs), constructs.get(0).element());
            write(CatalogueWriter.stackMethods(constructs), constructs.get(0).element());
            write(CatalogueWriter.edits(constructs), constructs.get(0).element());
        }
        return false;
    }

    private void write(JavaFile file, Element origin) {
        try {
            file.writeTo(processingEnv.getFiler());
        } catch (IOException failed) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write: " + failed, origin);
        }
    }
}
