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
            case Declare { Value: Lambda { IsLocalFunction: true } function } declare:
                LocalFunction(declare.Name, function);
                break;
            case Declare declare when declare.Value is Lambda:
                Line($"{Name(declare.Value.Type)} {declare.Name} = {Expression(declare.Value)};");
                break;
            case Declare declare:
                Line($"var {declare.Name} = {Expression(declare.Value)};");
                break;
            case Assign { Value: Derive { How: Model.Derivation.Concatenation, Operands: [Local own, var added] } } assign when own.Name == assign.Name:
                Line($"{assign.Name} += {Expression(added)};");
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
            case Repeat { Form: LoopForm.While or LoopForm.Jump } loop:
                Counted(loop);
                break;
            case Repeat loop:
                Line($"for (var {loop.Counter} = 0; {loop.Counter} < {loop.Times}; {loop.Counter}++)");
                Body(loop.Body);
                break;
            case ForEach { List.Type: SequenceType } loop:
                Line($"foreach (var {loop.Name} in {Expression(loop.List)})");
                Body(loop.Body);
                break;
            case Yield yield:
                Line($"yield return {Expression(yield.Value)};");
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
            case Evaluate { Value: Call call } when program.MethodOf(call) is { Form: not (MethodForm.Plain or MethodForm.Extension) }:
                Line($"_ = {Expression(call)};");
                break;
            case Evaluate evaluate:
                Line($"{Expression(evaluate.Value)};");
                break;
            case PutElement put:
                Line($"{Expression(put.Array)}[{Place(put.Place)}] = {Expression(put.Value)};");
                break;
            case AppendTo append:
                // Else it would be put in part by part, and find itself there.
                Line($"{Expression(append.Builder)}.Append({(append.Text is Derive { How: Model.Derivation.Interpolation } ? "(string)" : "")}{Expression(append.Text)});");
                break;
            case Refer refer:
                Line($"ref var {refer.Name} = ref {Expression(refer.To)};");
                break;
            case PutThere put:
                Line($"{Expression(put.There)} = {Expression(put.Value)};");
                break;
            case Throw fault:
                Line($"throw new InvalidOperationException({Expression(fault.Text)});");
                break;
            case Try attempt:
                Line("try");
                Body(attempt.Body);
                Line($"catch (InvalidOperationException {attempt.Name}){Filter(attempt.Filter)}");
                Body(attempt.Handler);
                break;
            case Ensure ensure:
                Line("try");
                Body(ensure.Body);
                Line("finally");
                Body(ensure.Final);
                break;
            case IfHalves match:
                Line($"if ({Expression(match.Whole)} is (var {match.First}, var {match.Second}))");
                Body(match.Body);
                break;
            case IfMatch match:
                Line($"if ({Expression(match.Object)} is {{ {match.Member}: var {match.Name} }})");
                Body(match.Body);
                break;
            case Return { Value: null }:
                Line("return;");
                break;
            case Return { Value: { } value }:
                Line($"return {(returnsReference ? "ref " : "")}{Expression(value)};");
                break;
            default:
                throw new InvalidOperationException(statement.ToString());
        }
    }

    private void LocalFunction(string name, Lambda function)
    {
        lines[function] = line;
        var surroundings = (isAsync, returnsReference);
        (isAsync, returnsReference) = (false, false);
        Line($"string {name}({(function.Parameter is null ? "" : "string " + function.Parameter)})");
        Body(function.Body);
        (isAsync, returnsReference) = surroundings;
    }

    /// <summary>In a block of its own, whose inner one is entered anew each time, as the body of a <c>for</c> is.</summary>
    private void Counted(Repeat loop) => Block(() =>
    {
        Line($"var {loop.Counter} = 0;");
        if (loop.Form == LoopForm.While)
        {
            Line($"while ({loop.Counter} < {loop.Times})");
            Block(() =>
            {
                foreach (var statement in loop.Body)
                    Statement(statement);
                Line($"{loop.Counter}++;");
            });
            return;
        }

        Line($"again{loop.Counter}:");
        Body(loop.Body);
        Line($"if (++{loop.Counter} < {loop.Times}) goto again{loop.Counter};");
    });

    /// <summary>It has a line of its own, and does not wait.</summary>
    private string Filter(Condition? filter)
    {
        if (filter is null)
            return "";
        lines[filter] = line;
        var surroundings = isAsync;
        isAsync = false;
        var text = $" when ({Condition(filter)})";
        isAsync = surroundings;
        return text;
    }

    private string Condition(Condition condition) => condition switch
    {
        Bit bit => $"Given.Bit({bit.Number})",
        Fixed { Value: var value } => value ? "true" : "false",
        EvenLength even => $"{Expression(even.Text)}.Length % 2 == 0",
        Positive positive => $"{Expression(positive.Number)} > 0",
        _ => throw new InvalidOperationException(condition.ToString()),
    };
}
