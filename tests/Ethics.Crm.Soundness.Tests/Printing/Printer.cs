using System.Collections.Immutable;
using System.Text;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Printing;

/// <summary>Writes a program as C#. A program is one file and one namespace; what all of them use is in <see cref="Usings"/>.</summary>
internal sealed partial class Printer
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Text;
        global using System.Threading.Tasks;
        global using Ethics.Crm;
        global using Soundness;
        """;

    private readonly StringBuilder text = new();
    private readonly Dictionary<object, int> lines = new(ReferenceEqualityComparer.Instance);
    private readonly ProgramModel program;
    private int line = 1;
    private int depth;
    private bool isAsync;
    private bool returnsReference;

    private Printer(ProgramModel program) => this.program = program;

    public static PrintedProgram Print(ProgramModel program, string name = "Generated")
    {
        var printer = new Printer(program);
        printer.Line($"namespace {name};");
        foreach (var type in program.Interfaces)
            printer.Line($"public interface {type.Name} {{ {Name(type.Returns)} {type.Method}({Parameters(type.Parameters)}); }}");
        foreach (var type in program.Classes)
            printer.Class(type);
        return new(name, printer.text.ToString(), printer.lines);
    }

    private void Class(ClassModel type)
    {
        if (type.IsRecord)
        {
            Line($"public record {type.Name}({string.Join(", ", type.Members.Select(static member => $"{Name(member.Type)} {member.Name}"))});");
            return;
        }

        if (!type.Purposes.IsEmpty)
            Line($"[ForPurpose({Quoted(type.Purposes)})]");
        var modifier = type.Methods.Any(static method => method.Form == MethodForm.Extension) ? "static " : "";
        Line($"public {modifier}class {type.Name}{(type.Implements is { } implemented ? " : " + implemented : "")}");
        Block(() =>
        {
            foreach (var member in type.Members)
                Member(type, member);
            foreach (var method in type.Methods)
                Method(method);
        });
    }

    private void Member(ClassModel type, MemberModel member)
    {
        var label = member.IsLabelled ? $"[CollectedFor({Quoted(member.Label)})] " : "";
        var accessors = member.IsProperty ? " { get; set; }" : "";
        Line($"{label}public {(member.IsStatic ? "static " : "")}{Name(member.Type)} {member.Name}{accessors} = {Default(type, member)};");
    }

    private void Method(MethodModel method)
    {
        var attributes = new StringBuilder();
        if (!method.Purposes.IsEmpty)
            attributes.Append($"[ForPurpose({Quoted(method.Purposes)})] ");
        if (method.Anonymizes)
            attributes.Append("[Anonymizes(\"model\")] ");
        var returns = method.IsAsync ? method.Returns == ModelType.Nothing ? "async Task" : $"async Task<{Name(method.Returns)}>" : (method.ReturnsReference ? "ref " : "") + Name(method.Returns);
        var name = method.Form switch
        {
            MethodForm.Operator => $"{returns} operator |",
            MethodForm.ToText => "explicit operator string",
            MethodForm.FromText => $"implicit operator {returns}",
            _ => $"{returns} {method.Name}",
        };
        var receiver = method.Form == MethodForm.Extension ? "this " : "";
        Line($"{attributes}public {(method.IsStatic ? "static " : "")}{name}({receiver}{Parameters(method.Parameters)})");
        isAsync = method.IsAsync;
        returnsReference = method.ReturnsReference;
        Block(() =>
        {
            // Nobody may leave it as it is.
            foreach (var parameter in method.Parameters.Where(static parameter => parameter.By == Passing.Out))
                Line($"{parameter.Name} = {Quote(Initials.Text(parameter.Name))};");
            foreach (var statement in method.Body)
                Statement(statement);
        });
    }

    private void Body(ImmutableArray<Statement> statements) => Block(() =>
    {
        foreach (var statement in statements)
            Statement(statement);
    });

    /// <summary>What a member holds before anything is stored in it.</summary>
    private string Default(ClassModel type, MemberModel member) => member.Type switch
    {
        TextType when member.IsLabelled => $"Given.Text(\"{type.Name}.{member.Name}\")",
        TextType => Quote(Initials.Text(member.Name)),
        ClassType when program.IsRecord(member.Type) => Expression(new Create(((ClassType)member.Type).Name, [])),
        ClassType => "new()",
        ArrayType => $"[{Quote(Initials.Text(member.Name))}, {Quote(Initials.Text(member.Name))}]",
        BuilderType => $"new({Quote(Initials.Text(member.Name))})",
        InterfaceType implemented => $"new {program.Classes.First(c => c.Implements == implemented.Name).Name}()",
        ListType => $"[{Quote(Initials.Text(member.Name))}]",
        TableType => $"new() {{ {string.Join(", ", TableType.Keys.Select(key => $"[{Quote(key)}] = {Quote(Initials.Text(member.Name))}"))} }}",
        PairType => $"({Quote(Initials.Text(member.Name))}, {Quote(Initials.Text(member.Name))})",
        FunctionType function => $"{(function.TakesText ? "_" : "()")} => {Quote(Initials.Text(member.Name))}",
        _ => throw new InvalidOperationException(member.Type.ToString()),
    };

    public static string Name(ModelType type) => type switch
    {
        TextType => "string",
        NothingType => "void",
        ClassType named => named.Name,
        InterfaceType named => named.Name,
        NumberType => "int",
        ArrayType array => Name(array.Element) + "[]",
        BuilderType => "StringBuilder",
        ListType list => $"List<{Name(list.Element)}>",
        TableType table => $"Dictionary<string, {Name(table.Value)}>",
        SequenceType => "IEnumerable<string>",
        PairType pair => $"({Name(pair.First)}, {Name(pair.Second)})",
        FunctionType function => function.TakesText ? "Func<string, string>" : "Func<string>",
        PromiseType promise => promise.Result == ModelType.Nothing ? "Task" : $"Task<{Name(promise.Result)}>",
        _ => throw new InvalidOperationException(type.ToString()),
    };

    private static string Parameters(ImmutableArray<Parameter> parameters) => string.Join(", ", parameters.Select(static p =>
        $"{(p.IsParams ? "params " : "")}{p.By switch { Passing.Reference => "ref ", Passing.Out => "out ", _ => "" }}{Name(p.Type)} {p.Name}{(p.IsOptional ? " = " + Quote(Initials.Text(p.Name)) : "")}"));

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(Quote));

    private static string Quote(string text) => $"\"{text}\"";

    private void Block(Action content)
    {
        Line("{");
        depth++;
        content();
        depth--;
        Line("}");
    }

    private void Line(string content)
    {
        text.Append(' ', depth * 4).Append(content).Append('\n');
        line += 1 + content.AsSpan().Count('\n');
    }
}
