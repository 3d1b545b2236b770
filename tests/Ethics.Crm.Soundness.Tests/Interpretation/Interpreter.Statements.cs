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
                var (one, other) = Halves(Evaluate(split.Pair, frame), frame);
                var (first, second) = Works(Construct.Deconstruction) ? (one, other) : (other, one);
                frame.Variables = frame.Variables.SetItem(split.First, new Cell(first)).SetItem(split.Second, new Cell(second));
                break;
            case If branch:
                Run(Holds(branch.Condition, frame, Construct.Branches) ? branch.Then : branch.Else, frame);
                break;
            case Repeat loop:
                Repeat(loop, frame);
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
            case PutElement put:
                var (items, at) = At(put.Array, put.Place, frame);
                items[at] = Evaluate(put.Value, frame);
                break;
            case AppendTo append:
                var builder = (BuilderValue)Evaluate(append.Builder, frame);
                var more = (TextValue)Evaluate(append.Text, frame);
                builder.Text = Made(builder.Text.Text + more.Text, builder.Text, more);
                break;
            case Refer refer:
                frame.Variables = frame.Variables.SetItem(refer.Name, Referred(refer.To, frame));
                break;
            case PutThere put:
                Evaluate(put.There, frame);
                var there = reference!;
                there.Value = Evaluate(put.Value, frame);
                break;
            case Throw fault:
                throw new ThrownException((TextValue)Evaluate(fault.Text, frame));
            case Try attempt:
                Attempt(attempt, frame);
                break;
            case Ensure ensure:
                Ensured(ensure, frame);
                break;
            case IfHalves match:
                var whole = frame.Variables;
                frame.Variables = Halved(match.Whole, match.First, match.Second, frame);
                Run(match.Body, frame);
                frame.Variables = whole;
                break;
            case IfMatch match:
                var around = frame.Variables;
                frame.Variables = around.SetItem(match.Name, new Cell(Taken(match.Object, match.Owner, match.Member, frame)));
                Run(match.Body, frame);
                frame.Variables = around;
                break;
            case Use use:
                Seen(use.Probe, (TextValue)Evaluate(use.Value, frame), frame);
                break;
            case Evaluate evaluate:
                Evaluate(evaluate.Value, frame);
                break;
            case Return { Value: { } named } when frame.ReturnsReference:
                frame.Reference = Referred(named, frame);
                frame.Result = InHand(frame.Reference.Value, frame);
                frame.Returned = true;
                break;
            case Return give:
                frame.Result = give.Value is null ? null : Evaluate(give.Value, frame);
                frame.Returned = true;
                break;
            default:
                throw new InvalidOperationException(statement.ToString());
        }
    }

    private (Value First, Value Second) Halves(Value value, Frame frame)
    {
        if (value is not InstanceValue record)
            return value is PairValue pair ? (pair.First, pair.Second) : throw new InvalidOperationException("Nothing to take apart.");
        var parts = program.Class(record.Type).Members.Select(member => InHand(Member(record.Type + "." + member.Name, record.Members[member.Name], frame), frame)).ToList();
        return (parts[0], parts[1]);
    }

    private void Repeat(Repeat loop, Frame frame)
    {
        foreach (var _ in Rounds(loop, frame))
            Run(loop.Body, frame);
    }

    /// <summary>The counter is one variable for all rounds: functions that take it along see its last number.</summary>
    private IEnumerable<int> Rounds(Repeat loop, Frame frame)
    {
        var outside = frame.Variables;
        var counter = new Cell(new NumberValue(0));
        frame.Variables = outside.SetItem(loop.Counter, counter);
        var times = Works(Construct.Loops) && (loop.Form == LoopForm.For || Works(Construct.Jumps)) ? loop.Times : 1;
        for (var i = 0; i < times && !frame.Returned; i++)
        {
            counter.Value = new NumberValue(i);
            yield return i;
        }

        counter.Value = new NumberValue(loop.Times);
        frame.Variables = outside;
    }

    private Cell Referred(Expression place, Frame frame)
    {
        result.Reached.Add(place);
        Cell cell;
        switch (place)
        {
            case Local local:
                cell = frame.Variables[local.Name];
                break;
            case Element element:
                var (items, at) = At(element.Array, element.Place, frame);
                cell = new PlaceCell(() => FromHeap(items[at]), value => items[at] = value);
                break;
            case Call call:
                Evaluate(call, frame);
                cell = reference!;
                break;
            case Load { Target: { } target } load:
                var instance = (InstanceValue)Evaluate(target, frame);
                cell = new PlaceCell(() => FromHeap(instance.Members[load.Member]), value => instance.Members[load.Member] = value);
                break;
            default:
                throw new InvalidOperationException(place.ToString());
        }

        return Works(Construct.References) ? cell : new Cell(cell.Value);
    }

    /// <summary>The variables with both halves of a value.</summary>
    private ImmutableDictionary<string, Cell> Halved(Expression whole, string first, string second, Frame frame)
    {
        var (one, other) = Halves(Evaluate(whole, frame), frame);
        return frame.Variables.SetItem(first, new Cell(Works(Construct.PositionalPatterns) ? one : other)).SetItem(second, new Cell(Works(Construct.PositionalPatterns) ? other : one));
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
        var items = Evaluate(loop.List, frame) switch
        {
            SequenceValue sequence => sequence.AskedBy(frame),
            ListValue list => list.Items.ToArray().Select(FromHeap),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        foreach (var item in Works(Construct.Loops) ? items : items.Take(1))
        {
            Step();
            frame.Line = line;
            frame.Variables = outside.SetItem(loop.Name, new Cell(InHand(Through(item, Construct.ForEach), frame)));
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
        return value is InstanceValue instance && expression is not (Create or With or Call or Await) && !Works(Construct.Aliases)
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
            Positive positive => ((NumberValue)Evaluate(positive.Number, frame)).Number > 0,
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
