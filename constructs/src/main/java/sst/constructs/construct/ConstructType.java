package sst.constructs.construct;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;

/** One class of constructs: which functions it has, known from the model alone, and how the CDK makes it. */
public interface ConstructType {
    /** Makes it. */
    AppConstruct make(ConstructModel model, StackSite site);

    /** A class of constructs that make functions. */
    static ConstructType of(
            ConstructType make, BiFunction<ConstructModel, StackModel, Map<String, FunctionProps>> functions) {
        return of(make, functions, (model, key) -> model.at());
    }

    /** A class of constructs whose functions stand at lines of their own. */
    static ConstructType of(
            ConstructType make,
            BiFunction<ConstructModel, StackModel, Map<String, FunctionProps>> functions,
            BiFunction<ConstructModel, String, SourceRef> lines) {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return make.make(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                return functions.apply(model, stack);
            }

            @Override
            public SourceRef at(ConstructModel model, String key) {
                return lines.apply(model, key);
            }
        };
    }

    /** The files of the app that it reads when it is made; a change of one makes a new assembly. */
    default List<String> files(ConstructModel model) {
        return List.of();
    }

    /** The line that names one of its functions. */
    default SourceRef at(ConstructModel model, String key) {
        return model.at();
    }

    /** The functions that it makes, by key, with all defaults merged in. */
    default Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        return Map.of();
    }
}
