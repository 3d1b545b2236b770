using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>The same program twice: with helpers, and with what they do written out where they are called.</summary>
internal static class Inlining
{
    private const string Kind = "Helper";

    private static readonly Repertoire Constructs = new(Repertoire.Values.Constructs.Remove(Construct.Async).Remove(Construct.Interfaces).Remove(Construct.Anonymizers));

    /// <summary>The program of a number, with helpers that are called.</summary>
    public static ProgramModel Program(ulong seed, int number) => Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 1000).Select(static choices => ProgramDecoder.DecodeWithHelpers(choices, Constructs))
        .Where(static program => Helpers(program).Any() && ProgramGen.EndsSoon(program))
        .Sample(1, new Rnd(seed * 0x9E3779B97F4A7C15 + (ulong)number, (ulong)number * 2 + 1), 40).Single();

    /// <summary>The program without helpers.</summary>
    public static ProgramModel Of(ProgramModel program)
    {
        var (helpers, names) = (Helpers(program).Select(static helper => helper.Methods[0]).ToDictionary(static method => method.Name, StringComparer.Ordinal), 0);
        return Pruning.Pruned(program with { Classes = [.. program.Classes.Select(type => type with { Methods = [.. type.Methods.Select(method => method with { Body = Block(method.Body) })] })] });

        ImmutableArray<Statement> Block(ImmutableArray<Statement> block) => [.. block.SelectMany(WrittenOut)];

        IEnumerable<Statement> WrittenOut(Statement statement) => statement switch
        {
            Declare { Value: Call call } declare when helpers.TryGetValue(call.Method, out var helper) => Body(call, helper, value => new Declare(declare.Name, value)),
            Evaluate { Value: Call call } when helpers.TryGetValue(call.Method, out var helper) => Body(call, helper, null),
            _ => [statement],
        };

        IEnumerable<Statement> Body(Call call, MethodModel helper, Func<Expression, Statement>? result)
        {
            var suffix = "x" + ++names;
            var own = Declared(helper).ToDictionary(static name => name, name => name + suffix, StringComparer.Ordinal);
            var body = Replacing.Names(helper.Body, own);
            foreach (var (parameter, argument) in helper.Parameters.Zip(call.Arguments))
                yield return new Declare(own[parameter.Name], argument);
            var statements = body is [.. var all, Return] ? [.. all] : body;
            foreach (var statement in Block(statements))
                yield return statement;
            if (body is [.., Return { Value: { } value }] && result is not null)
                yield return result(value);
        }
    }

    private static IEnumerable<ClassModel> Helpers(ProgramModel program) => program.Classes.Where(static type => type.Name.StartsWith(Kind, StringComparison.Ordinal));

    private static IEnumerable<string> Declared(MethodModel method) =>
    [
        .. method.Parameters.Select(static parameter => parameter.Name),
        .. method.Body.SelectMany(Nodes.StatementsWithin).SelectMany(ConstructsOf.Declared),
        .. method.Body.SelectMany(Nodes.Within).SelectMany(static expression => expression switch
        {
            Lambda { Parameter: { } parameter } => [parameter],
            _ => ConstructsOf.Taken(expression),
        }),
    ];
}
