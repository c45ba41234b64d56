package sst.model.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.function.FunctionDefinition;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Functions that run while a stack is deployed (SST v2: {@code constructs/Script.ts}). */
@Construct(value = "script", doc = "Functions that run while a stack is deployed or removed.", handle = Script.class)
public record ScriptProps(
        @Nullable @Prop(value = "Runs when the script is deployed first.", example = "'src/list.main'")
                FunctionDefinition onCreate,
        @Nullable
                @Prop(
                        value = "Runs on later deploys, when version, params or the code of a function has changed.",
                        example = "'src/list.main'")
                FunctionDefinition onUpdate,
        @Nullable @Prop(value = "Runs when the script is removed.", example = "'src/list.main'")
                FunctionDefinition onDelete,
        @Prop(value = "What the functions get as params.", example = "table: 'notes'") Map<String, Object> params,
        @Nullable
                @Prop(
                        value = "Another text here runs onUpdate; left out, it follows params and code.",
                        example = "'v2'")
                String version,
        @Nullable @Prop("What every function starts from; its timeout is 15 minutes unless set.")
                ChildDefaults defaults,
        @Prop(value = "The construct id under cdk.id, to keep logical ids after a rename.", example = "id: 'OldId'")
                Map<String, CdkOverride> cdk) {}
