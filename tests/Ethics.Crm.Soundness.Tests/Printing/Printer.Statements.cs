using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Printing;

internal sealed partial class Printer
{
    private void Statement(Statement statement)
    {
        lines[statement] = line;
        switch (statement)
        {
            case Declare declare when declare.Value is Lambda:
                Line($"{Name(declare.Value.Type)} {declare.Name} = {Expression(declare.Value)};");
                break;
            case Declare declare:
                Line($"var {declare.Name} = {Expression(declare.Value)};");
                break;
            case Assign assign:
                Line($"{assign.Name} = {Expression(assign.Value)};");
                break;
            case Store store:
                Line($"{(store.Target is null ? store.Owner : Expression(store.Target))}.{store.Member} = {Expression(store.Value)};");
                break;
            case Append append:
                Line($"{Expression(append.List)}.Add({Expression(append.Value)});");
                break;
            case PutEntry put:
                Line($"{Expression(put.Table)}[{Quote(put.Key)}] = {Expression(put.Value)};");
                break;
            case Split split:
                Line($"var ({split.First}, {split.Second}) = {Expression(split.Pair)};");
                break;
            case If branch:
                Line($"if ({Condition(branch.Condition)})");
                Body(branch.Then);
                if (!branch.Else.IsEmpty)
                {
                    Line("else");
                    Body(branch.Else);
                }

                break;
            case Repeat loop:
                Line($"for (var {loop.Counter} = 0; {loop.Counter} < {loop.Times}; {loop.Counter}++)");
                Body(loop.Body);
                break;
            case ForEach loop:
                // A copy, because the body may append.
                Line($"foreach (var {loop.Name} in {Expression(loop.List)}.ToArray())");
                Body(loop.Body);
                break;
            case Scope scope:
                Line($"using (PurposeScope.Enter({Quoted(scope.Purposes)}))");
                Body(scope.Body);
                break;
            case Use use:
                Line($"Seen.Use({use.Probe}, {Expression(use.Value)});");
                break;
            case Evaluate { Value: Await wait } when isAsync:
                Line($"await {Expression(wait.Promise)};");
                break;
            case Evaluate evaluate:
                Line($"{Expression(evaluate.Value)};");
                break;
            case Return { Value: null }:
                Line("return;");
                break;
            case Return { Value: { } value }:
                Line($"return {Expression(value)};");
                break;
            default:
                throw new InvalidOperationException(statement.ToString());
        }
    }

    private string Condition(Condition condition) => condition switch
    {
        Bit bit => $"Given.Bit({bit.Number})",
        Fixed { Value: var value } => value ? "true" : "false",
        EvenLength even => $"{Expression(even.Text)}.Length % 2 == 0",
        _ => throw new InvalidOperationException(condition.ToString()),
    };
}
