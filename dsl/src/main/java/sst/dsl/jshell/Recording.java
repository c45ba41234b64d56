package sst.dsl.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import sst.dsl.jshell.Compiled.Step;

/** Takes what JShell would run and runs nothing, so that a file is compiled whole before its first line runs. */
final class Recording implements ExecutionControl {
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();

    List<Step> steps() {
        return steps;
    }

    Map<String, byte[]> bytes() {
        return bytes;
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            bytes.put(each.name(), each.bytecodes());
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("a class is never redefined, JShell makes another");
    }

    @Override
    public String invoke(String className, String methodName) {
        steps.add(new Step(className, methodName));
        return "";
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {}
}
