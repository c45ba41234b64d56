package sst.constructs.appsync;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** One schema from several files: types of one name become one type with the members of all. */
@SuppressWarnings("rawtypes") // As the library has them.
final class SchemaMerge {
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    /** Adds a file's definitions. */
    void add(String file, String text) {
        try {
            for (Definition definition : Parser.parse(text).getDefinitions()) {
                definitions.merge(name(definition), definition, (there, added) -> both(file, there, added));
            }
        } catch (InvalidSyntaxException e) {
            throw Errors.of(Code.INVALID_VALUE, "schema '" + file + "' is not valid GraphQL")
                    .detail(String.valueOf(e.getMessage()))
                    .subject(file)
                    .asError();
        }
    }

    /** The schema as text. */
    String text() {
        return AstPrinter.printAst(Document.newDocument()
                .definitions(new ArrayList<>(definitions.values()))
                .build());
    }

    private static Definition both(String file, Definition first, Definition second) {
        Members members = new Members(file, name(first));
        if (first instanceof ObjectTypeDefinition one && second instanceof ObjectTypeDefinition other) {
            return one.transform(
                    type -> type.fieldDefinitions(members.of(one.getFieldDefinitions(), other.getFieldDefinitions()))
                            .implementz(members.of(one.getImplements(), other.getImplements())));
        }
        if (first instanceof InterfaceTypeDefinition one && second instanceof InterfaceTypeDefinition other) {
            return one.transform(
                    type -> type.definitions(members.of(one.getFieldDefinitions(), other.getFieldDefinitions())));
        }
        if (first instanceof InputObjectTypeDefinition one && second instanceof InputObjectTypeDefinition other) {
            return one.transform(type -> type.inputValueDefinitions(
                    members.of(one.getInputValueDefinitions(), other.getInputValueDefinitions())));
        }
        return listed(members, first, second);
    }

    private static Definition listed(Members members, Definition first, Definition second) {
        if (first instanceof EnumTypeDefinition one && second instanceof EnumTypeDefinition other) {
            return one.transform(type -> type.enumValueDefinitions(
                    members.of(one.getEnumValueDefinitions(), other.getEnumValueDefinitions())));
        }
        if (first instanceof UnionTypeDefinition one && second instanceof UnionTypeDefinition other) {
            return one.transform(type -> type.memberTypes(members.of(one.getMemberTypes(), other.getMemberTypes())));
        }
        if (first instanceof SchemaDefinition one && second instanceof SchemaDefinition other) {
            return one.transform(type -> type.operationTypeDefinitions(
                    members.of(one.getOperationTypeDefinitions(), other.getOperationTypeDefinitions())));
        }
        members.requireSame(first, second);
        return first;
    }

    private static String name(Node node) {
        if (node instanceof NamedNode<?> named) {
            return named.getName();
        }
        return node instanceof SchemaDefinition ? "schema" : AstPrinter.printAst(node);
    }

    /** The members of a type that several files have. */
    private record Members(String file, String type) {
        <N extends Node> List<N> of(List<N> first, List<N> second) {
            Map<String, N> all = new LinkedHashMap<>();
            first.forEach(each -> all.put(name(each), each));
            second.forEach(each -> all.merge(name(each), each, (there, added) -> {
                requireSame(there, added);
                return there;
            }));
            return List.copyOf(all.values());
        }

        void requireSame(Node first, Node second) {
            if (!AstPrinter.printAst(first).equals(AstPrinter.printAst(second))) {
                String what = name(first).equals(type) ? "'" + type + "'" : "'" + name(first) + "' of '" + type + "'";
                throw Errors.of(Code.CONFLICT, "schema '" + file + "' has another " + what + " than a file before it")
                        .subject(file)
                        .asError();
            }
        }
    }
}
