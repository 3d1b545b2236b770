using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

internal sealed partial class Interpreter
{
    private Value Evaluate(Expression expression, Frame frame)
    {
        Step();
        result.Reached.Add(expression);
        return InHand(ValueOf(expression, frame), frame);
    }

    private Value ValueOf(Expression expression, Frame frame)
    {
        switch (expression)
        {
            case Literal literal:
                return TextValue.Plain(literal.Text);
            case Local local:
                return frame.Variables[local.Name].Value;
            case Self:
                return frame.Self ?? throw new InvalidOperationException("No object.");
            case Load load:
                return Loaded(load, frame);
            case Create create:
                return Created(create, frame);
            case Upcast upcast:
                return Evaluate(upcast.Operand, frame);
            case Call call:
                return Called(call, frame);
            case Derive derive:
                return Derived(derive, [.. derive.Operands.Select(operand => (TextValue)Evaluate(operand, frame))]);
            case MakeList list:
                return new ListValue([.. list.Items.Select(item => Evaluate(item, frame))]);
            case ElementAt at:
                var items = ((ListValue)Evaluate(at.List, frame)).Items;
                return Through(FromHeap(items[at.Last ? items.Count - 1 : 0]), Construct.Lists);
            case Gathered gathered:
                return new ListValue([.. ((SequenceValue)Evaluate(gathered.Sequence, frame)).AskedBy(frame)]);
            case MakeTable table:
                return new TableValue(TableType.Keys.Zip(table.Values).ToDictionary(static e => e.First, e => Evaluate(e.Second, frame), StringComparer.Ordinal));
            case Lookup lookup:
                return Through(FromHeap(((TableValue)Evaluate(lookup.Table, frame)).Entries[lookup.Key]), Construct.Dictionaries);
            case MakePair pair:
                return new PairValue(Evaluate(pair.First, frame), Evaluate(pair.Second, frame));
            case HalfOf half:
                var both = (PairValue)Evaluate(half.Pair, frame);
                return half.Second == Works(Construct.Tuples) ? both.Second : both.First;
            case Number number:
                return new NumberValue(number.Value);
            case Less less:
                return new NumberValue(((NumberValue)Evaluate(less.From, frame)).Number - 1);
            case MakeArray array:
                return new ArrayValue([.. array.Items.Select(item => Evaluate(item, frame))]);
            case Element element:
                var (held, place) = At(element.Array, element.Place, frame);
                return Through(FromHeap(held[place]), Construct.Arrays);
            case MakeBuilder builder:
                return new BuilderValue((TextValue)Evaluate(builder.First, frame));
            case Built built:
                return Through(FromHeap(((BuilderValue)Evaluate(built.Builder, frame)).Text), Construct.Builders);
            case With with:
                return Copied(with, frame);
            case Match match:
                var outside = frame.Variables;
                frame.Variables = outside.SetItem(match.Name, new Cell(Taken(match.Object, match.Owner, match.Member, frame)));
                var matched = Evaluate(match.Result, frame);
                frame.Variables = outside;
                return matched;
            case MatchHalves match:
                var before = frame.Variables;
                frame.Variables = Halved(match.Whole, match.First, match.Second, frame);
                var chosen = Evaluate(match.Result, frame);
                frame.Variables = before;
                return chosen;
            case MakeNameless made:
                return new InstanceValue("", new(StringComparer.Ordinal) { ["One"] = Evaluate(made.One, frame), ["Other"] = Evaluate(made.Other, frame) });
            case MemberOf part:
                return Through(FromHeap(((InstanceValue)Evaluate(part.Whole, frame)).Members[part.Member]), Construct.AnonymousTypes);
            case Caught caught:
                return Through(FromHeap(((FaultValue)frame.Variables[caught.Name].Value).Text), Construct.Exceptions);
            case Lambda lambda:
                return new FunctionValue(lambda, "", Captured(frame), frame.Declared);
            case Invoke invoke:
                return Invoked(invoke, frame);
            case Await wait:
                return Through(((PromiseValue)Evaluate(wait.Promise, frame)).Result, Construct.Async);
            case Choice choice:
                return Evaluate(Holds(choice.Condition, frame, choice.IsSwitch && !Works(Construct.Patterns) ? Construct.Patterns : Construct.Choices) ? choice.Then : choice.Else, frame);
            default:
                throw new InvalidOperationException(expression.ToString());
        }
    }

    private Value Loaded(Load load, Frame frame)
    {
        var name = load.Owner + "." + load.Member;
        var value = load.Target is null ? statics[name] : ((InstanceValue)Evaluate(load.Target, frame)).Members[load.Member];
        return Member(name, value, frame);
    }

    private Value Member(string name, Value value, Frame frame) => members[name] is var member && member.IsLabelled
        ? Read(name, (TextValue)value, frame)
        : Through(FromHeap(value), records.Contains(name) ? Construct.Records : member.IsStatic ? Construct.StaticState : member.IsProperty ? Construct.Properties : Construct.Fields);

    /// <summary>What a pattern takes out of an object.</summary>
    private Value Taken(Expression from, string owner, string member, Frame frame) =>
        Through(InHand(Member(owner + "." + member, ((InstanceValue)Evaluate(from, frame)).Members[member], frame), frame), Construct.Patterns);

    private (Value[] Items, int Place) At(Expression array, Expression place, Frame frame) =>
        (((ArrayValue)Evaluate(array, frame)).Items, ((NumberValue)Evaluate(place, frame)).Number % ArrayType.Length);

    private InstanceValue Copied(With with, Frame frame)
    {
        var original = (InstanceValue)Evaluate(with.Original, frame);
        var copy = new InstanceValue(original.Type, new(original.Members, StringComparer.Ordinal));
        foreach (var change in with.Changes)
            copy.Members[change.Member] = Evaluate(change.Value, frame);
        return copy;
    }

    private InstanceValue Created(Create create, Frame frame)
    {
        var instance = Instantiate(create.Class);
        foreach (var initial in create.Initials)
        {
            var value = Evaluate(initial.Value, frame);
            var name = create.Class + "." + initial.Member;
            if (members[name].IsLabelled)
                Stored(name, (TextValue)value, frame);
            instance.Members[initial.Member] = Through(value, Construct.Initializers);
        }

        return instance;
    }

    private Value Called(Call call, Frame frame)
    {
        var target = call.Target is null ? null : (InstanceValue)Evaluate(call.Target, frame);
        var (arguments, cells) = Arguments(call, frame);
        var isInterface = program.Classes.All(type => type.Name != call.Owner);
        var type = !isInterface ? program.Class(call.Owner)
            : Works(Construct.Interfaces) && target is not null ? program.Class(target.Type)
            : program.Classes.First(type => type.Implements == call.Owner);
        var method = type.Methods.First(method => method.Name == call.Method);
        var returned = CallMethod(type, method, isInterface && target?.Type != type.Name ? Instantiate(type.Name) : target, arguments, cells, frame);
        // What the call leaves in a variable, the code has in hand.
        foreach (var cell in cells.OfType<Cell>())
            cell.Value = InHand(cell.Value, frame);
        return returned;
    }

    private (ImmutableArray<Value> Values, ImmutableArray<Cell?> Cells) Arguments(Call call, Frame frame)
    {
        var parameters = program.ParametersOf(call)!.Value;
        var (values, cells) = (new Value[parameters.Length], new Cell?[parameters.Length]);
        var order = Enumerable.Range(0, call.Arguments.Length);
        foreach (var i in call.IsNamed ? order.Reverse() : order)
        {
            if (call.Arguments[i] is ByReference reference)
            {
                result.Reached.Add(reference);
                cells[i] = frame.Variables[reference.Name];
                values[i] = reference.By == Passing.Out ? TextValue.Plain("") : InHand(cells[i]!.Value, frame);
                continue;
            }

            values[i] = Evaluate(call.Arguments[i], frame);
            if (call.Arguments[i] is MakeArray && values[i] is ArrayValue gathered && parameters[i].IsParams && !call.IsNamed)
                values[i] = new ArrayValue(Works(Construct.ArgumentForms) ? gathered.Items : [.. gathered.Items.Select(Without)]) { IsGathered = true };
            else if (values[i] is ArrayValue given && parameters[i].IsParams && !Works(Construct.ArgumentForms))
                values[i] = new ArrayValue([.. given.Items.Select(Without)]);
            if (call.IsNamed)
                values[i] = Through(values[i], Construct.ArgumentForms);
        }

        for (var i = call.Arguments.Length; i < values.Length; i++)
            values[i] = TextValue.Plain(Initials.Text(parameters[i].Name));
        return ([.. values], [.. cells]);
    }

    private TextValue Derived(Derive derive, ImmutableArray<TextValue> operands)
    {
        var text = derive.How switch
        {
            Derivation.Concatenation => operands[0].Text + operands[1].Text,
            Derivation.Interpolation => $"<{operands[0].Text}>",
            Derivation.UpperCase => operands[0].Text.ToUpperInvariant(),
            Derivation.Length => operands[0].Text.Length.ToString(),
            Derivation.Format => $"{operands[0].Text}|{operands[1].Text}",
            Derivation.Span => operands[0].Text.TrimStart('['),
            Derivation.Equality => (operands[0].Text == operands[1].Text).ToString(),
            _ => throw new InvalidOperationException(derive.How.ToString()),
        };
        return (TextValue)Through(Made(text, operands), derive.How switch
        {
            Derivation.Length or Derivation.Equality => Construct.Measures,
            Derivation.Format or Derivation.Span => Construct.Formats,
            _ => Construct.Texts,
        });
    }

    /// <summary>A text that is made of others.</summary>
    private static TextValue Made(string text, params ImmutableArray<TextValue> operands)
    {
        if (text.Length > LengthLimit)
            throw new OutOfStepsException();
        var labels = operands[0].Labels;
        foreach (var (source, ways) in operands.Skip(1).SelectMany(static operand => operand.Labels))
            labels = labels.SetItem(source, labels.TryGetValue(source, out var known) ? known.And(ways) : ways);
        var origins = operands.Aggregate(TextValue.NoOrigins, static (all, operand) => all.Union(operand.Origins));
        var ended = operands.Aggregate(TextValue.NoOrigins, static (all, operand) => all.Union(operand.Ended));
        return new TextValue(text, labels, origins, ended);
    }

    private Value Invoked(Invoke invoke, Frame frame)
    {
        var function = (FunctionValue)Evaluate(invoke.Function, frame);
        var argument = invoke.Argument is null ? null : Evaluate(invoke.Argument, frame);
        var returned = CallFunction(function, argument, frame);
        if (function.Lambda is { IsLocalFunction: true })
            returned = Through(returned, Construct.LocalFunctions);
        return invoke.Function switch
        {
            Load => Through(returned, Construct.StoredDelegates),
            Local local when frame.Parameters.Any(parameter => parameter.Name == local.Name) => Through(returned, Construct.PassedDelegates),
            _ => returned,
        };
    }

    /// <summary>What a lambda takes along: the variables themselves, not what they hold.</summary>
    private Frame Captured(Frame frame)
    {
        var variables = Works(Construct.Captures)
            ? frame.Variables
            : frame.Variables.ToImmutableDictionary(static v => v.Key, static v => new Cell(Without(v.Value.Value)), StringComparer.Ordinal);
        return new(frame.Method, frame.Self, variables, frame.Declared, frame.Purposes) { Parameters = frame.Parameters };
    }
}
