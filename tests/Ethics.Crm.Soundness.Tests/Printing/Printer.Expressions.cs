using System.Collections.Immutable;
using System.Globalization;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Printing;

internal sealed partial class Printer
{
    private string Expression(Expression expression) => expression switch
    {
        Literal literal => Quote(literal.Text),
        Local local => local.Name,
        Self => "this",
        Load load => $"{(load.Target is null ? load.Owner : Expression(load.Target))}.{load.Member}",
        Create create when program.IsRecord(create.Type) => Positional(create),
        Create { Initials.IsEmpty: true } create => $"new {create.Class}()",
        Create create => $"new {create.Class} {{ {string.Join(", ", create.Initials.Select(i => $"{i.Member} = {Expression(i.Value)}"))} }}",
        Call call => Call(call),
        ByReference reference => $"{(reference.By == Passing.Out ? "out" : "ref")} {reference.Name}",
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Less less => $"{Expression(less.From)} - 1",
        MakeArray array => $"new[] {{ {List(array.Items)} }}",
        Element element => $"{Expression(element.Array)}[{Place(element.Place)}]",
        MakeBuilder builder => $"new StringBuilder({Expression(builder.First)})",
        Built built => $"{Expression(built.Builder)}.ToString()",
        With with => $"({Expression(with.Original)} with {{ {string.Join(", ", with.Changes.Select(change => $"{change.Member} = {Expression(change.Value)}"))} }})",
        Match match => $"({Expression(match.Object)} switch {{ {{ {match.Member}: var {match.Name} }} => {Expression(match.Result)} }})",
        MatchHalves match => $"({Expression(match.Whole)} switch {{ (var {match.First}, var {match.Second}) => {Expression(match.Result)} }})",
        MakeNameless made => $"new {{ One = {Expression(made.One)}, Other = {Expression(made.Other)} }}",
        MemberOf part => $"{Expression(part.Whole)}.{part.Member}",
        Caught caught => $"{caught.Name}.Message",
        Upcast upcast => $"(({upcast.Interface}){Expression(upcast.Operand)})",
        Derive derive => Derivation(derive),
        MakeList list => $"new List<{Name(list.Element)}> {{ {List(list.Items)} }}",
        ElementAt at => $"{Expression(at.List)}[{(at.Last ? "^1" : "0")}]",
        Gathered gathered => $"new List<string>({Expression(gathered.Sequence)})",
        MakeTable table => $"new Dictionary<string, {Name(table.Value)}> {{ {string.Join(", ", TableType.Keys.Zip(table.Values, (key, value) => $"[{Quote(key)}] = {Expression(value)}"))} }}",
        Lookup lookup => $"{Expression(lookup.Table)}[{Quote(lookup.Key)}]",
        MakePair pair => $"({Expression(pair.First)}, {Expression(pair.Second)})",
        HalfOf half => $"{Expression(half.Pair)}.Item{(half.Second ? 2 : 1)}",
        Lambda lambda => Lambda(lambda),
        Invoke invoke => $"{Expression(invoke.Function)}({(invoke.Argument is null ? "" : Expression(invoke.Argument))})",
        Await wait => isAsync ? $"(await {Expression(wait.Promise)})" : $"{Expression(wait.Promise)}.GetAwaiter().GetResult()",
        Choice { IsSwitch: true } choice => $"(({Condition(choice.Condition)}) switch {{ true => {Expression(choice.Then)}, false => {Expression(choice.Else)} }})",
        Choice choice => $"({Condition(choice.Condition)} ? {Expression(choice.Then)} : {Expression(choice.Else)})",
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    private string Call(Call call)
    {
        var method = program.MethodOf(call);
        switch (method?.Form)
        {
            case MethodForm.Operator:
                return $"({Expression(call.Arguments[0])} | {Expression(call.Arguments[1])})";
            case MethodForm.ToText:
                return $"((string){Expression(call.Arguments[0])})";
            case MethodForm.FromText:
                return $"(({call.Owner}){Expression(call.Arguments[0])})";
            case MethodForm.Extension:
                return $"{Expression(call.Arguments[0])}.{call.Method}({Arguments(call, 1)})";
            default:
                return $"{(call.Target is null ? call.Owner : Expression(call.Target))}.{call.Method}({Arguments(call, 0)})";
        }
    }

    private string Arguments(Call call, int first)
    {
        if (program.ParametersOf(call) is not { } parameters)
            return List(call.Arguments);
        var arguments = call.Arguments.Zip(parameters).Skip(first).Select(pair => pair is { First: MakeArray gathered, Second.IsParams: true } && !call.IsNamed
            ? List(gathered.Items)
            : (call.IsNamed ? pair.Second.Name + ": " : "") + Expression(pair.First));
        return string.Join(", ", call.IsNamed ? arguments.Reverse() : arguments);
    }

    /// <summary>What nobody gives it holds what it holds at first.</summary>
    private string Positional(Create create) => $"new {create.Class}({string.Join(", ", program.Class(create.Class).Members.Select(member =>
        create.Initials.FirstOrDefault(initial => initial.Member == member.Name) is { } given ? Expression(given.Value) : Quote(Initials.Text(member.Name))))})";

    private string Place(Expression place) => place is Number number ? (number.Value % ArrayType.Length).ToString(CultureInfo.InvariantCulture) : $"({Expression(place)}) % {ArrayType.Length}";

    private string Derivation(Derive derive)
    {
        var operands = derive.Operands.Select(Expression).ToArray();
        return derive.How switch
        {
            Model.Derivation.Concatenation => $"({operands[0]} + {operands[1]})",
            Model.Derivation.Interpolation => $"$\"<{{{operands[0]}}}>\"",
            Model.Derivation.UpperCase => $"{operands[0]}.ToUpperInvariant()",
            Model.Derivation.Length => $"{operands[0]}.Length.ToString()",
            Model.Derivation.Format => $"string.Format(\"{{0}}|{{1}}\", {operands[0]}, {operands[1]})",
            Model.Derivation.Span => $"{operands[0]}.AsSpan().TrimStart('[').ToString()",
            Model.Derivation.Equality => $"({operands[0]} == {operands[1]}).ToString()",
            _ => throw new InvalidOperationException(derive.How.ToString()),
        };
    }

    /// <summary>A lambda that only returns stays on its line; another one is written out, so that its statements have lines.</summary>
    private string Lambda(Lambda lambda)
    {
        var parameters = lambda.Parameter ?? "()";
        lines[lambda] = line;
        var surroundings = (isAsync, returnsReference);
        (isAsync, returnsReference) = (false, false);
        try
        {
            if (lambda.Body is [Return { Value: { } value } only])
            {
                lines[only] = line;
                return $"{parameters} => {Expression(value)}";
            }

            // Printed apart, from the line after this one, and put behind what precedes it.
            var before = text.ToString();
            var at = line;
            text.Clear();
            line++;
            Block(() =>
            {
                foreach (var statement in lambda.Body)
                    Statement(statement);
            });
            var body = text.ToString().TrimEnd('\n');
            text.Clear().Append(before);
            line = at;
            return $"{parameters} =>\n{body}";
        }
        finally
        {
            (isAsync, returnsReference) = surroundings;
        }
    }

    private string List(ImmutableArray<Expression> expressions) => string.Join(", ", expressions.Select(Expression));
}
