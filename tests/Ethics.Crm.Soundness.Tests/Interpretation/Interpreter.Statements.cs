using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

internal sealed partial class Interpreter
{
    private void Run(ImmutableArray<Statement> statements, Frame frame)
    {
        var outside = frame.Variables;
        foreach (var statement in statements)
        {
            frame.Line = printed.Lines[statement];
            Step();
            Run(statement, frame);
            if (frame.Returned)
                break;
        }

        frame.Variables = outside;
    }

    private void Run(Statement statement, Frame frame)
    {
        switch (statement)
        {
            case Declare declare:
                frame.Variables = frame.Variables.SetItem(declare.Name, new Cell(Through(Named(declare.Value, frame), Construct.Locals)));
                break;
            case Assign assign:
                var assigned = Named(assign.Value, frame);
                if (Works(Construct.Assignments))
                    frame.Variables[assign.Name].Value = assigned;
                break;
            case Store store:
                Store(store, frame);
                break;
            case Append append:
                ((ListValue)Evaluate(append.List, frame)).Items.Add(Evaluate(append.Value, frame));
                break;
            case PutEntry put:
                ((TableValue)Evaluate(put.Table, frame)).Entries[put.Key] = Evaluate(put.Value, frame);
                break;
            case Split split:
                var pair = (PairValue)Evaluate(split.Pair, frame);
                var (first, second) = Works(Construct.Deconstruction) ? (pair.First, pair.Second) : (pair.Second, pair.First);
                frame.Variables = frame.Variables.SetItem(split.First, new Cell(first)).SetItem(split.Second, new Cell(second));
                break;
            case If branch:
                Run(Holds(branch.Condition, frame, Construct.Branches) ? branch.Then : branch.Else, frame);
                break;
            case Repeat loop:
                for (var i = 0; i < (Works(Construct.Loops) ? loop.Times : 1) && !frame.Returned; i++)
                    Run(loop.Body, frame);
                break;
            case ForEach loop:
                ForEach(loop, frame);
                break;
            case Scope scope:
                var (declared, purposes) = (frame.Declared, frame.Purposes);
                if (Works(Construct.Scopes) && Declared(scope.Purposes) is { } inside)
                    (frame.Declared, frame.Purposes) = (inside, inside);
                Run(scope.Body, frame);
                (frame.Declared, frame.Purposes) = (declared, purposes);
                break;
            case Use use:
                Seen(use.Probe, (TextValue)Evaluate(use.Value, frame), frame);
                break;
            case Evaluate evaluate:
                Evaluate(evaluate.Value, frame);
                break;
            case Return give:
                frame.Result = give.Value is null ? null : Evaluate(give.Value, frame);
                frame.Returned = true;
                break;
            default:
                throw new InvalidOperationException(statement.ToString());
        }
    }

    private void Store(Store store, Frame frame)
    {
        var target = store.Target is null ? null : (InstanceValue)Evaluate(store.Target, frame);
        var value = Evaluate(store.Value, frame);
        var name = store.Owner + "." + store.Member;
        if (members[name].IsLabelled)
            Stored(name, (TextValue)value, frame);
        if (target is null)
            statics[name] = value;
        else
            target.Members[store.Member] = value;
    }

    private void ForEach(ForEach loop, Frame frame)
    {
        var line = frame.Line;
        var outside = frame.Variables;
        var items = ((ListValue)Evaluate(loop.List, frame)).Items.ToArray();
        foreach (var item in Works(Construct.Loops) ? items : items[..1])
        {
            Step();
            frame.Line = line;
            frame.Variables = outside.SetItem(loop.Name, new Cell(InHand(Through(FromHeap(item), Construct.ForEach), frame)));
            Run(loop.Body, frame);
            if (frame.Returned)
                break;
        }

        frame.Variables = outside;
    }

    /// <summary>The value of a variable: a second name of an object, not a second object.</summary>
    private Value Named(Expression expression, Frame frame)
    {
        var value = Evaluate(expression, frame);
        return value is InstanceValue instance && expression is not (Create or Call or Await) && !Works(Construct.Aliases)
            ? new InstanceValue(instance.Type, new(instance.Members, StringComparer.Ordinal))
            : value;
    }

    private bool Holds(Condition condition, Frame frame, Construct construct)
    {
        var holds = condition switch
        {
            Bit bit => inputs.Bit(bit.Number),
            Fixed constant => constant.Value || !Works(Construct.DeadBranches),
            EvenLength even => Even(even, frame),
            _ => throw new InvalidOperationException(condition.ToString()),
        };
        return holds || !Works(construct);
    }

    private bool Even(EvenLength condition, Frame frame)
    {
        var text = (TextValue)Evaluate(condition.Text, frame);
        result.SteeredBy = steered = steered.Union(text.Origins);
        return text.Text.Length % 2 == 0 || !Works(Construct.DataBranches);
    }
}
