using System.Collections.Immutable;
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
        Create { Initials.IsEmpty: true } create => $"new {create.Class}()",
        Create create => $"new {create.Class} {{ {string.Join(", ", create.Initials.Select(i => $"{i.Member} = {Expression(i.Value)}"))} }}",
        Call call => $"{(call.Target is null ? call.Owner : Expression(call.Target))}.{call.Method}({List(call.Arguments)})",
        Upcast upcast => $"(({upcast.Interface}){Expression(upcast.Operand)})",
        Derive derive => Derivation(derive),
        MakeList list => $"new List<{Name(list.Element)}> {{ {List(list.Items)} }}",
        ElementAt at => $"{Expression(at.List)}[{(at.Last ? "^1" : "0")}]",
        MakeTable table => $"new Dictionary<string, {Name(table.Value)}> {{ {string.Join(", ", TableType.Keys.Zip(table.Values, (key, value) => $"[{Quote(key)}] = {Expression(value)}"))} }}",
        Lookup lookup => $"{Expression(lookup.Table)}[{Quote(lookup.Key)}]",
        MakePair pair => $"({Expression(pair.First)}, {Expression(pair.Second)})",
        HalfOf half => $"{Expression(half.Pair)}.Item{(half.Second ? 2 : 1)}",
        Lambda lambda => Lambda(lambda),
        Invoke invoke => $"{Expression(invoke.Function)}({(invoke.Argument is null ? "" : Expression(invoke.Argument))})",
        Await wait => isAsync ? $"(await {Expression(wait.Promise)})" : $"{Expression(wait.Promise)}.GetAwaiter().GetResult()",
        Choice choice => $"({Condition(choice.Condition)} ? {Expression(choice.Then)} : {Expression(choice.Else)})",
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    private string Derivation(Derive derive)
    {
        var operands = derive.Operands.Select(Expression).ToArray();
        return derive.How switch
        {
            Model.Derivation.Concatenation => $"({operands[0]} + {operands[1]})",
            Model.Derivation.Interpolation => $"$\"<{{{operands[0]}}}>\"",
            Model.Derivation.UpperCase => $"{operands[0]}.ToUpperInvariant()",
            Model.Derivation.Length => $"{operands[0]}.Length.ToString()",
            Model.Derivation.Equality => $"({operands[0]} == {operands[1]}).ToString()",
            _ => throw new InvalidOperationException(derive.How.ToString()),
        };
    }

    /// <summary>A lambda that only returns stays on its line; another one is written out, so that its statements have lines.</summary>
    private string Lambda(Lambda lambda)
    {
        var parameters = lambda.Parameter ?? "()";
        lines[lambda] = line;
        var surroundings = isAsync;
        isAsync = false;
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
            isAsync = surroundings;
        }
    }

    private string List(ImmutableArray<Expression> expressions) => string.Join(", ", expressions.Select(Expression));
}
