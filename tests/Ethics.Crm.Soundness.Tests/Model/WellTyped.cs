using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>Whether a program is one: what it names is there, in scope, and of the right type. The generator never violates it; shrinking tries and asks.</summary>
internal sealed class WellTyped
{
    private readonly ProgramModel program;
    private readonly List<string> complaints = [];

    private WellTyped(ProgramModel program) => this.program = program;

    /// <summary>What is wrong, or null.</summary>
    public static string? Complaint(ProgramModel program)
    {
        var check = new WellTyped(program);
        foreach (var type in program.Classes)
        {
            foreach (var method in type.Methods)
            {
                var scope = method.Parameters.ToImmutableDictionary(static p => p.Name, static p => p.Type);
                check.Block(method.Body, scope, method.IsStatic ? null : type.Name);
                if (method.Returns != ModelType.Nothing)
                    check.Expect(method.Body is [.., Return { Value: { } value }] && value.Type == method.Returns, $"{method.Name} returns something else.");
            }
        }

        return check.complaints.FirstOrDefault();
    }

    private void Expect(bool holds, string complaint)
    {
        if (!holds)
            complaints.Add(complaint);
    }

    private void Block(ImmutableArray<Statement> block, ImmutableDictionary<string, ModelType> scope, string? self)
    {
        foreach (var statement in block)
        {
            foreach (var operand in Nodes.Operands(statement))
                Expression(operand, scope, self);
            foreach (var name in ConstructsOf.Declared(statement))
                Expect(!scope.ContainsKey(name), $"{name} is there already.");
            switch (statement)
            {
                case Declare { Value.Type: NothingType }:
                    complaints.Add("A variable holds something.");
                    break;
                case Declare declare:
                    scope = scope.SetItem(declare.Name, declare.Value.Type);
                    break;
                case Assign assign:
                    Expect(scope.GetValueOrDefault(assign.Name) == assign.Value.Type, $"{assign.Name} is assigned another type, or is not there.");
                    break;
                case Split { Pair.Type: PairType pair } split:
                    scope = scope.SetItem(split.First, pair.First).SetItem(split.Second, pair.Second);
                    break;
                case Append { List.Type: var list } append:
                    Expect(list == new ListType(append.Value.Type), "Another type is appended.");
                    break;
                case PutEntry { Table.Type: var table } put:
                    Expect(table == new TableType(put.Value.Type), "Another type is put.");
                    break;
                case Use use:
                    Expect(use.Value.Type == ModelType.Text, "Text is used.");
                    break;
                case Store store:
                    Expect(Member(store.Owner, store.Member)?.Type == store.Value.Type && Fits(store.Target, store.Owner), $"{store.Member} holds another type, or is not there.");
                    break;
                case Evaluate evaluate:
                    Expect(evaluate.Value is Call or Invoke or Await { Promise: Call }, "Only calls are statements.");
                    break;
                case If branch:
                    Block(branch.Then, scope, self);
                    Block(branch.Else, scope, self);
                    break;
                case Repeat loop:
                    Block(loop.Body, scope, self);
                    break;
                case ForEach { List.Type: ListType list } loop:
                    Block(loop.Body, scope.SetItem(loop.Name, list.Element), self);
                    break;
                case Scope inside:
                    Block(inside.Body, scope, self);
                    break;
            }
        }
    }

    private void Expression(Expression expression, ImmutableDictionary<string, ModelType> scope, string? self)
    {
        foreach (var operand in Nodes.Operands(expression))
            Expression(operand, scope, self);
        switch (expression)
        {
            case Local local:
                Expect(scope.GetValueOrDefault(local.Name) == local.Type, $"{local.Name} is of another type, or is not there.");
                break;
            case Self me:
                Expect(me.Class == self, "There is no such object.");
                break;
            case Load load:
                Expect(Member(load.Owner, load.Member)?.Type == load.Type && Fits(load.Target, load.Owner), $"{load.Member} is of another type, or is not there.");
                break;
            case Create create:
                Expect(create.Initials.All(initial => Member(create.Class, initial.Member)?.Type == initial.Value.Type) && program.Classes.Any(type => type.Name == create.Class), $"{create.Class} cannot be made so.");
                break;
            case Call call:
                Expect(Fits(call.Target, call.Owner) && Returns(call) == call.Type, $"{call.Method} returns something else, or has another object.");
                Expect(Parameters(call) is { } parameters && parameters.Select(static p => p.Type).SequenceEqual(call.Arguments.Select(static a => a.Type)), $"{call.Method} is called with something else, or is not there.");
                break;
            case Derive derive:
                Expect(derive.Operands.All(static operand => operand.Type == ModelType.Text), "Text is made of text.");
                break;
            case Lambda lambda:
                Expect(lambda.Parameter is null || !scope.ContainsKey(lambda.Parameter), $"{lambda.Parameter} is there already.");
                Block(lambda.Body, lambda.Parameter is null ? scope : scope.SetItem(lambda.Parameter, ModelType.Text), self);
                Expect(lambda.Body is [.., Return { Value.Type: TextType }], "A lambda returns text.");
                break;
            case Invoke invoke:
                Expect(HasType(invoke.Function), "A function is called where it is written.");
                Expect(invoke.Function.Type is FunctionType function && function.TakesText == invoke.Argument is not null, "A function is called with something else.");
                break;
            case MakePair pair:
                Expect(HasType(pair.First) && HasType(pair.Second), "A function is half of a pair.");
                break;
            case MakeList list:
                Expect(list.Items.All(item => item.Type == list.Element), "A list is of one type.");
                break;
            case MakeTable table:
                Expect(table.Values.All(value => value.Type == table.Value), "A dictionary is of one type.");
                break;
            case Choice choice:
                Expect(HasType(choice.Then) && HasType(choice.Else), "A choice is between functions.");
                Expect(choice.Then.Type == choice.Else.Type, "A choice is between two types.");
                break;
        }
    }

    /// <summary>In C# a lambda is of the type that its surroundings want, and where they want none it cannot stand.</summary>
    private static bool HasType(Expression expression) => expression is not Lambda;

    private static bool Fits(Expression? target, string owner) => target is null || target.Type == new ClassType(owner) || target.Type == new InterfaceType(owner);

    private ModelType? Returns(Call call)
    {
        if (program.Interfaces.FirstOrDefault(type => type.Name == call.Owner) is { } declared)
            return declared.Returns;
        var method = program.Classes.FirstOrDefault(type => type.Name == call.Owner)?.Methods.FirstOrDefault(method => method.Name == call.Method);
        return method is { IsAsync: true } ? new PromiseType(method.Returns) : method?.Returns;
    }

    private MemberModel? Member(string owner, string name) => program.Classes.FirstOrDefault(type => type.Name == owner)?.Members.FirstOrDefault(member => member.Name == name);

    private ImmutableArray<Parameter>? Parameters(Call call) =>
        program.Interfaces.FirstOrDefault(type => type.Name == call.Owner)?.Parameters ?? program.Classes.FirstOrDefault(type => type.Name == call.Owner)?.Methods.FirstOrDefault(method => method.Name == call.Method)?.Parameters;
}
