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
            case MakeTable table:
                return new TableValue(TableType.Keys.Zip(table.Values).ToDictionary(static e => e.First, e => Evaluate(e.Second, frame), StringComparer.Ordinal));
            case Lookup lookup:
                return Through(FromHeap(((TableValue)Evaluate(lookup.Table, frame)).Entries[lookup.Key]), Construct.Dictionaries);
            case MakePair pair:
                return new PairValue(Evaluate(pair.First, frame), Evaluate(pair.Second, frame));
            case HalfOf half:
                var both = (PairValue)Evaluate(half.Pair, frame);
                return half.Second == Works(Construct.Tuples) ? both.Second : both.First;
            case Lambda lambda:
                return new FunctionValue(lambda, "", Captured(frame), frame.Declared);
            case Invoke invoke:
                return Invoked(invoke, frame);
            case Await wait:
                return Through(((PromiseValue)Evaluate(wait.Promise, frame)).Result, Construct.Async);
            case Choice choice:
                return Evaluate(Holds(choice.Condition, frame, Construct.Choices) ? choice.Then : choice.Else, frame);
            default:
                throw new InvalidOperationException(expression.ToString());
        }
    }

    private Value Loaded(Load load, Frame frame)
    {
        var name = load.Owner + "." + load.Member;
        var member = members[name];
        var value = load.Target is null ? statics[name] : ((InstanceValue)Evaluate(load.Target, frame)).Members[load.Member];
        return member.IsLabelled
            ? Read(name, (TextValue)value, frame)
            : Through(FromHeap(value), member.IsStatic ? Construct.StaticState : member.IsProperty ? Construct.Properties : Construct.Fields);
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
        ImmutableArray<Value> arguments = [.. call.Arguments.Select(argument => Evaluate(argument, frame))];
        var isInterface = program.Classes.All(type => type.Name != call.Owner);
        var type = !isInterface ? program.Class(call.Owner)
            : Works(Construct.Interfaces) && target is not null ? program.Class(target.Type)
            : program.Classes.First(type => type.Implements == call.Owner);
        var method = type.Methods.First(method => method.Name == call.Method);
        return CallMethod(type, method, isInterface && target?.Type != type.Name ? Instantiate(type.Name) : target, arguments, frame);
    }

    private TextValue Derived(Derive derive, ImmutableArray<TextValue> operands)
    {
        var text = derive.How switch
        {
            Derivation.Concatenation => operands[0].Text + operands[1].Text,
            Derivation.Interpolation => $"<{operands[0].Text}>",
            Derivation.UpperCase => operands[0].Text.ToUpperInvariant(),
            Derivation.Length => operands[0].Text.Length.ToString(),
            Derivation.Equality => (operands[0].Text == operands[1].Text).ToString(),
            _ => throw new InvalidOperationException(derive.How.ToString()),
        };
        if (text.Length > LengthLimit)
            throw new OutOfStepsException();
        var labels = operands[0].Labels;
        foreach (var (source, ways) in operands.Skip(1).SelectMany(static operand => operand.Labels))
            labels = labels.SetItem(source, labels.TryGetValue(source, out var known) ? known.And(ways) : ways);
        var origins = operands.Aggregate(TextValue.NoOrigins, static (all, operand) => all.Union(operand.Origins));
        var ended = operands.Aggregate(TextValue.NoOrigins, static (all, operand) => all.Union(operand.Ended));
        var derived = new TextValue(text, labels, origins, ended);
        return (TextValue)Through(derived, derive.How is Derivation.Length or Derivation.Equality ? Construct.Measures : Construct.Texts);
    }

    private Value Invoked(Invoke invoke, Frame frame)
    {
        var function = (FunctionValue)Evaluate(invoke.Function, frame);
        var argument = invoke.Argument is null ? null : Evaluate(invoke.Argument, frame);
        var returned = CallFunction(function, argument, frame);
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
