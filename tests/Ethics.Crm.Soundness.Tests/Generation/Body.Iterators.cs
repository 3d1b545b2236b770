using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Methods that yield, and what is done with what they yield.</summary>
internal sealed partial class Body
{
    /// <param name="late">What it yields at first, and again at the end; null for anything.</param>
    public ImmutableArray<Statement> WriteIterator(IEnumerable<Parameter> parameters, Func<Expression>? late)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        isIterator = true;
        var first = Block(Choices.Between(0, 1)).Add(new Yield(late is not null ? late() : Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 1)));
        Statement again = Choices.Below(3) switch
        {
            0 when Has(Construct.Branches) => new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [.. Nested(Choices.Between(0, 1)), new Yield(Make(ModelType.Text, 1))], []),
            1 when Has(Construct.Loops) && draft.Name("i") is var counter => new Repeat(counter, 2, [.. Nested(Choices.Between(0, 1), new Variable(counter, ModelType.Number, false)), new Yield(Make(ModelType.Text, 1))]),
            _ => new Yield(late is not null ? late() : Choices.Chance(40) ? Labelled() : Make(ModelType.Text, 1)),
        };
        return [.. first, .. Block(Choices.Between(0, 1)), again, .. Block(Choices.Between(0, 1))];
    }

    /// <summary>What a method yields is asked for at once or later, one by one or all together.</summary>
    private IEnumerable<Statement> Asked()
    {
        var (owner, method) = Choices.Of(draft.Iterating);
        var call = Given((owner, method));
        if (Has(Construct.Lists) && Choices.Chance(30))
        {
            var list = (Declare)Declared(new Gathered(call));
            return [list, Used(new ElementAt(new Local(list.Name, list.Value.Type), Choices.Chance(50)))];
        }

        if (!Has(Construct.ForEach))
            return [Declared(Labelled(), assignable: true)];
        var name = draft.Name("v");
        if (Choices.Chance(50))
            return [Loop(call)];
        // It has not run before somebody asks.
        var kept = (Declare)Declared(call);
        var between = call.Arguments.OfType<Local>().SelectMany(local => Members().Where(place => place is { Member: { Type: TextType, IsLabelled: false, IsStatic: false } } && place.Target() is Local target && target.Name == local.Name && !draft.IsRecord(place.Owner)))
            .Select(place => (Statement)new Store(place.Target(), place.Owner, place.Member.Name, Labelled())).Take(1).ToList();
        return [kept, .. between, Loop(new Local(kept.Name, ModelType.Sequence))];

        ForEach Loop(Expression sequence) => new(name, sequence, Nested(Choices.Between(0, 1), new Variable(name, ModelType.Text, false)).Add(Used(new Local(name, ModelType.Text))));
    }

    /// <summary>An object gets something after the call of the method that yields what lies in it, and before the question; or between one question and the next.</summary>
    private IEnumerable<Statement> AskedLate()
    {
        var (callee, holder, member) = Choices.Of(draft.Late);
        var type = new ClassType(holder.Name);
        var made = (Declare)Declared(new Create(holder.Name, []));
        Local Object() => new(made.Name, type);
        var call = Given(callee);
        var kept = (Declare)Declared(call with { Arguments = call.Arguments.SetItem(0, Object()) });
        Local Sequence() => new(kept.Name, ModelType.Sequence);
        var put = new Store(Object(), holder.Name, member.Name, Labelled());
        if (Has(Construct.Lists) && Choices.Chance(30))
        {
            var list = (Declare)Declared(new Gathered(Sequence()));
            return [made, kept, put, list, Used(new ElementAt(new Local(list.Name, list.Value.Type), Choices.Chance(50)))];
        }

        var name = draft.Name("v");
        var use = Used(new Local(name, ModelType.Text));
        return Choices.Chance(30) ? [made, kept, new ForEach(name, Sequence(), [use, put])] : [made, kept, put, new ForEach(name, Sequence(), [use])];
    }
}
