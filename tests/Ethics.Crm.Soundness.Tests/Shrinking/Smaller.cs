using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Shrinking;

/// <summary>Smaller programs than a program, the much smaller ones first. Not each of them is well-typed.</summary>
internal static class Smaller
{
    public static IEnumerable<Func<ProgramModel>> Than(ProgramModel program) =>
        [.. WithoutStatements(program), .. WithoutBlocks(program), .. WithoutDetours(program), .. WithSimplerExpressions(program), .. WithSimplerDeclarations(program)];

    /// <summary>Halves of blocks, then quarters, down to single statements.</summary>
    private static IEnumerable<Func<ProgramModel>> WithoutStatements(ProgramModel program)
    {
        var blocks = BlocksOf(program).ToList();
        for (var size = blocks.Max(static block => block.Length); size >= 1; size /= 2)
        {
            foreach (var block in blocks.Where(block => block.Length >= size))
            {
                for (var at = 0; at + size <= block.Length; at += size)
                {
                    var removed = block.Skip(at).Take(size).ToList();
                    yield return () => Replacing.Statements(program, removed, []);
                }
            }
        }
    }

    private static IEnumerable<ImmutableArray<Statement>> BlocksOf(ProgramModel program) =>
    [
        .. program.Methods.Select(static method => method.Body),
        .. program.Statements().SelectMany(static statement => statement switch
        {
            If branch => (ImmutableArray<Statement>[])[branch.Then, branch.Else],
            Repeat loop => [loop.Body],
            ForEach loop => [loop.Body],
            Scope scope => [scope.Body],
            Try attempt => [attempt.Body, attempt.Handler],
            IfMatch match => [match.Body],
            IfHalves match => [match.Body],
            Ensure ensure => [ensure.Body, ensure.Final],
            _ => [],
        }),
        .. program.Expressions().OfType<Lambda>().Select(static lambda => lambda.Body),
    ];

    /// <summary>What is in a block stands in its place.</summary>
    private static IEnumerable<Func<ProgramModel>> WithoutBlocks(ProgramModel program)
    {
        foreach (var statement in program.Statements().ToList())
        {
            switch (statement)
            {
                case If branch:
                    yield return () => Replacing.Statement(program, branch, branch.Then);
                    yield return () => Replacing.Statement(program, branch, branch.Else);
                    break;
                case Declare { Value: Call or Await { Promise: Call } } declare:
                    yield return () => Replacing.Statement(program, declare, new Evaluate(declare.Value));
                    break;
                case Try { Filter: not null } attempt:
                    yield return () => Replacing.Statement(program, attempt, attempt.Body);
                    yield return () => Replacing.Statement(program, attempt, attempt with { Filter = null });
                    break;
                case Ensure ensure:
                    yield return () => Replacing.Statement(program, ensure, ensure.Body);
                    yield return () => Replacing.Statement(program, ensure, ensure.Final);
                    yield return () => Replacing.Statement(program, ensure, [.. ensure.Body, .. ensure.Final]);
                    break;
                case Try attempt:
                    yield return () => Replacing.Statement(program, attempt, attempt.Body);
                    yield return () => Replacing.Statement(program, attempt, attempt.Handler);
                    break;
                case Repeat { Form: not LoopForm.For } loop:
                    yield return () => Replacing.Statement(program, loop, [.. loop.Body]);
                    yield return () => Replacing.Statement(program, loop, loop with { Form = LoopForm.For });
                    break;
                case Declare { Value: Lambda { IsLocalFunction: true } function } declare:
                    yield return () => Replacing.Statement(program, declare, declare with { Value = function with { IsLocalFunction = false } });
                    break;
                case Use { Value: Call or Invoke } use:
                    yield return () => Replacing.Statement(program, use, new Evaluate(use.Value));
                    break;
                case Repeat or ForEach or Scope or IfMatch or IfHalves:
                    yield return () => Replacing.Statement(program, statement, [.. Nodes.Blocks(statement)]);
                    break;
            }
        }
    }

    /// <summary>What a method does stands where it is called, and a second name is the first one.</summary>
    private static IEnumerable<Func<ProgramModel>> WithoutDetours(ProgramModel program)
    {
        var calls = program.Expressions().OfType<Call>().ToLookup(static call => call.Method, StringComparer.Ordinal);
        foreach (var statement in program.Statements().ToList())
        {
            switch (statement)
            {
                // Called twice, its variables would be declared twice.
                case Evaluate { Value: Call { Target: null } or Await { Promise: Call { Target: null } } } evaluate when CallIn(evaluate) is var call && calls[call.Method].Count() == 1:
                    var method = program.Class(call.Owner).Methods.First(method => method.Name == call.Method);
                    if (!Returns(method.Body))
                        yield return () => Replacing.Statement(program, evaluate, [.. method.Parameters.Zip(call.Arguments, static (parameter, argument) => new Declare(parameter.Name, argument)), .. method.Body]);
                    break;
                case Declare { Value: Local first } second:
                    yield return () =>
                    {
                        var without = Replacing.Statement(program, second);
                        return Replacing.Expressions(without, without.Expressions().OfType<Local>().Where(local => local.Name == second.Name).Select(local => KeyValuePair.Create<Expression, Expression>(local, first with { })));
                    };
                    break;
            }
        }

        static Call CallIn(Evaluate evaluate) => evaluate.Value as Call ?? (Call)((Await)evaluate.Value).Promise;
        static bool Returns(IEnumerable<Statement> block) => block.Any(static statement => statement is Return || Returns(Nodes.Blocks(statement)));
    }

    private static IEnumerable<Func<ProgramModel>> WithSimplerExpressions(ProgramModel program) => program.Expressions().ToList().SelectMany(
        expression => Simpler(expression).Select(by => (Func<ProgramModel>)(() => Replacing.Expressions(program, [KeyValuePair.Create(expression, by)]))));

    private static IEnumerable<Expression> Simpler(Expression expression) =>
        Nodes.Operands(expression).Where(operand => operand.Type == expression.Type).Concat(expression switch
        {
            Literal { Text: "x" } or Local or Self or Create { Initials.IsEmpty: true } => [],
            Choice { IsSwitch: true } choice => [choice with { IsSwitch = false }, new Literal("x")],
            Call { IsNamed: true } call => [call with { IsNamed = false }, .. call.Type == ModelType.Text ? [new Literal("x")] : Enumerable.Empty<Expression>()],
            Number { Value: 0 } or MakeBuilder { First: Literal } => [],
            { Type: NumberType } => [new Number(0)],
            { Type: BuilderType } => [new MakeBuilder(new Literal("x"))],
            MakeArray { Items: [Literal, Literal] } => [],
            { Type: ArrayType } => [new MakeArray([new Literal("x"), new Literal("x")])],
            MakeNameless { One: Literal, Other: Literal } => [],
            { Type: NamelessType } => [new MakeNameless(new Literal("x"), new Literal("x"))],
            { Type: TextType } => [new Literal("x")],
            { Type: ClassType type } => [new Create(type.Name, [])],
            Lambda { Body: [Return { Value: Literal }] } => [],
            { Type: FunctionType type } => [new Lambda(type.TakesText ? "p" : null, [new Return(new Literal("x"))])],
            MakeList { Items: [Literal] } => [],
            { Type: ListType { Element: TextType } } => [new MakeList(ModelType.Text, [new Literal("x")])],
            _ => [],
        });

    private static IEnumerable<Func<ProgramModel>> WithSimplerDeclarations(ProgramModel program)
    {
        foreach (var scope in program.Statements().OfType<Scope>().Where(static scope => scope.Purposes.Length > 1).ToList())
        {
            foreach (var purpose in scope.Purposes)
                yield return () => Replacing.Statement(program, scope, scope with { Purposes = [purpose] });
        }

        foreach (var type in program.Classes)
        {
            if (!type.Purposes.IsEmpty)
            {
                yield return () => With(program, type, type with { Purposes = [] });
                yield return () => With(program, type, type with { Purposes = type.Purposes[..1] });
            }

            foreach (var member in type.Members.Where(static member => member.Label.Length > 1))
                yield return () => With(program, type, type with { Members = type.Members.Replace(member, member with { Label = member.Label[..1] }) });
            foreach (var method in type.Methods.Where(static method => !method.Purposes.IsEmpty))
                yield return () => With(program, type, type with { Methods = type.Methods.Replace(method, method with { Purposes = [] }) });
            foreach (var method in type.Methods.Where(method => type.Implements is null && method.Name != ProgramModel.Entry))
            {
                foreach (var (_, index) in method.Parameters.Select(static (parameter, index) => (parameter, index)).ToList())
                    yield return () => WithoutParameter(program, type, method, index);
                if (method.Returns != ModelType.Nothing && method.Body is [.., Return])
                    yield return () => WithoutResult(program, type, method);
            }
        }
    }

    private static ProgramModel With(ProgramModel program, ClassModel type, ClassModel by) => program with { Classes = [.. program.Classes.Select(other => ReferenceEquals(other, type) ? by : other)] };

    private static ProgramModel WithoutParameter(ProgramModel program, ClassModel type, MethodModel method, int index)
    {
        var changed = With(program, type, type with { Methods = [.. type.Methods.Select(other => ReferenceEquals(other, method) ? method with { Parameters = method.Parameters.RemoveAt(index) } : other)] });
        // From the inside out, because a call may be an argument of another.
        while (changed.Expressions().OfType<Call>().FirstOrDefault(call => call.Method == method.Name && call.Arguments.Length == method.Parameters.Length) is { } call)
            changed = Replacing.Expressions(changed, [KeyValuePair.Create<Expression, Expression>(call, call with { Arguments = call.Arguments.RemoveAt(index) })]);
        return changed;
    }

    /// <summary>Where somebody looks at the result, this is no program.</summary>
    private static ProgramModel WithoutResult(ProgramModel program, ClassModel type, MethodModel method)
    {
        var changed = With(program, type, type with { Methods = [.. type.Methods.Select(other => ReferenceEquals(other, method) ? method with { Returns = ModelType.Nothing, ReturnsReference = false, Body = method.Body[..^1] } : other)] });
        var calls = changed.Expressions().OfType<Call>().Where(call => call.Method == method.Name).ToList();
        return Replacing.Expressions(changed, calls.Select(call => KeyValuePair.Create<Expression, Expression>(call, call with { Type = method.IsAsync ? new PromiseType(ModelType.Nothing) : ModelType.Nothing })));
    }
}
