using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>What is asked of more than one kind of node.</summary>
internal sealed partial class WellTyped
{
    /// <summary>What can have another name outside of the method: a field, or an element.</summary>
    private bool IsPlace(Expression expression) => expression.Type == ModelType.Text
        && (expression is Element || expression is Load { Target: not null } load && Member(load.Owner, load.Member) is { IsProperty: false, IsLabelled: false } && !program.IsRecord(new ClassType(load.Owner)));

    private bool IsReference(Expression expression) => expression is Call call && program.MethodOf(call) is { ReturnsReference: true };

    /// <summary>In C# a lambda is of the type that its surroundings want, and where they want none it cannot stand; what nothing comes of is of no type.</summary>
    private static bool HasType(Expression expression) => expression is not Lambda && expression.Type is not NothingType;

    private static bool Fits(Expression? target, string owner) => target is null || target.Type == new ClassType(owner) || target.Type == new InterfaceType(owner);

    private ModelType? Returns(Call call)
    {
        if (program.Interfaces.FirstOrDefault(type => type.Name == call.Owner) is { } declared)
            return declared.Returns;
        var method = program.Classes.FirstOrDefault(type => type.Name == call.Owner)?.Methods.FirstOrDefault(method => method.Name == call.Method);
        return method is { IsAsync: true } ? new PromiseType(method.Returns) : method?.Returns;
    }

    private MemberModel? Member(string owner, string name) => program.Classes.FirstOrDefault(type => type.Name == owner)?.Members.FirstOrDefault(member => member.Name == name);

    private ImmutableDictionary<string, ModelType> Matched(Expression matched, string owner, string member, string name, ImmutableDictionary<string, ModelType> scope)
    {
        Expect(matched.Type == new ClassType(owner) && Member(owner, member) is not null, $"{member} is not there.");
        return Member(owner, member) is { } found ? scope.SetItem(name, found.Type) : scope;
    }

    private ImmutableDictionary<string, ModelType> Halved(Expression whole, string first, string second, ImmutableDictionary<string, ModelType> scope)
    {
        Expect(whole.Type is PairType || program.IsRecord(whole.Type), "It has no halves.");
        return whole.Type is PairType pair ? scope.SetItem(first, pair.First).SetItem(second, pair.Second) : scope.SetItem(first, ModelType.Text).SetItem(second, ModelType.Text);
    }

    /// <summary>Those where it can go on from: not inside of what would have to end.</summary>
    private static int Yields(IEnumerable<Statement> block) => block.Sum(static statement => statement switch
    {
        Yield => 1,
        If or Repeat => Yields(Nodes.Blocks(statement)),
        _ => 0,
    });

    /// <summary>Not what functions in it return.</summary>
    private static IEnumerable<Expression?> ReturnedBy(IEnumerable<Statement> block) =>
        block.SelectMany(static statement => statement is Return give ? [give.Value] : ReturnedBy(Nodes.Blocks(statement)));

    private static bool Leaves(IEnumerable<Statement> block) => block.Any(static statement => statement is Return || Leaves(Nodes.Blocks(statement)));

    private static bool Fit(ImmutableArray<Expression> arguments, ImmutableArray<Parameter> parameters) =>
        arguments.Length <= parameters.Length && parameters[arguments.Length..].All(static parameter => parameter.IsOptional)
        && arguments.Zip(parameters).All(static pair => pair.First.Type == pair.Second.Type && ((pair.First as ByReference)?.By ?? Passing.Value) == pair.Second.By);
}
