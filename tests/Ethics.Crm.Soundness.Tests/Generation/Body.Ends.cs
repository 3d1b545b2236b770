using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Idioms of values that are taken apart by a pattern, of objects without name, and of the ways on which a block ends.</summary>
internal sealed partial class Body
{
    private void AddEnds(Options<IEnumerable<Statement>> options)
    {
        options.AddIf(Has(Construct.PositionalPatterns) && (Has(Construct.Tuples) || draft.Data.Any(static type => type.IsRecord)), 3, Halved);
        options.AddIf(Has(Construct.AnonymousTypes), 3, Nameless);
        options.AddIf(Has(Construct.Exceptions) && Has(Construct.Filters) && nested < 2, 3, Filtered);
        options.AddIf(draft.Iterating.Count > 0, 12, Asked);
        options.AddIf(draft.Late.Count > 0 && Has(Construct.ForEach), 12, AskedLate);
        options.AddIf(draft.Lending.Count > 0 && !isAsync && !isIterator, 16, Lent);
        options.AddIf(Has(Construct.Finally) && Has(Construct.Assignments) && nested < 2, 4, Ended);
    }

    /// <summary>A pattern takes a labelled half beside another; one of them is used.</summary>
    private IEnumerable<Statement> Halved()
    {
        var (first, second) = (draft.Name("v"), draft.Name("v"));
        var records = draft.Data.Where(static type => type.IsRecord).ToList();
        Expression One(bool isIt) => isIt ? Labelled() : Make(ModelType.Text, 0);
        var isFirst = Choices.Chance(50);
        Expression whole = records.Count > 0 && (!Has(Construct.Tuples) || Choices.Chance(50)) && Choices.Of(records) is var record
            ? new Create(record.Name, [.. record.Members.Select((member, i) => new Initial(member.Name, One(i == 0 == isFirst)))])
            : new MakePair(One(isFirst), One(!isFirst));
        List<Statement> statements = [];
        if (Choices.Chance(50))
        {
            var declare = (Declare)Declared(whole);
            statements.Add(declare);
            whole = new Local(declare.Name, whole.Type);
        }

        Local Used1() => new(Choices.Chance(50) ? first : second, ModelType.Text);
        if (Choices.Chance(50))
            return [.. statements, Used(new MatchHalves(whole, first, second, Used1()))];
        Variable[] own = [new(first, ModelType.Text, true), new(second, ModelType.Text, true)];
        return [.. statements, new IfHalves(whole, first, second, Nested(Choices.Between(0, 1), own).Add(Used(Used1())))];
    }

    /// <summary>An object without name, or a copy of it; one of its members is used.</summary>
    private IEnumerable<Statement> Nameless()
    {
        var made = (Declare)Declared(Choices.Chance(50) ? new MakeNameless(Labelled(), Make(ModelType.Text, 0)) : new MakeNameless(Make(ModelType.Text, 0), Choices.Chance(50) ? Labelled() : Make(ModelType.Text, 0)));
        if (Choices.Chance(50))
            return [made, Used(new MemberOf(new Local(made.Name, ModelType.Nameless), Choices.Of(NamelessType.Members)))];
        var copy = (Declare)Declared(new With(new Local(made.Name, ModelType.Nameless), [new(Choices.Of(NamelessType.Members), Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 0))]));
        return [made, copy, Used(new MemberOf(new Local(Choices.Chance(70) ? copy.Name : made.Name, ModelType.Nameless), Choices.Of(NamelessType.Members)))];
    }

    /// <summary>What is thrown comes to one handler or, past it, to another.</summary>
    private IEnumerable<Statement> Filtered()
    {
        var (first, second) = (draft.Name("v"), draft.Name("v"));
        var throwing = Thrown();
        var handler = Nested(Choices.Between(0, 1)).Add(Used(new Caught(first)));
        var inner = new Try([throwing], first, handler) { Filter = Filter(first) };
        var between = Has(Construct.Finally) && Choices.Chance(30) ? new Ensure([inner], [Used(Make(ModelType.Text, 1))]) : (Statement)inner;
        return [new Try([between], second, Nested(Choices.Between(0, 1)).Add(Used(new Caught(second))))];
    }

    private Condition Filter(string caught)
    {
        var asked = Callable().Where(static c => c.Method is { IsAsync: false, IsStatic: true, Form: MethodForm.Plain, Returns: TextType, Parameters: [{ Type: TextType, By: Passing.Value, IsParams: false }] }).ToList();
        Expression text = asked.Count > 0 && Choices.Chance(60) && Choices.Of(asked) is var (owner, method)
            ? new Call(null, owner.Name, method.Name, [new Caught(caught)], ModelType.Text)
            : new Caught(caught);
        return Has(Construct.DataBranches) && Choices.Chance(50) ? new EvenLength(text) : new Bit(Choices.Below(Interpretation.Inputs.BitCount));
    }

    /// <summary>Something that throws, here or in a method that is called here.</summary>
    private Statement Thrown() => draft.Throwing.Count > 0 && Choices.Chance(50) && Choices.Of(draft.Throwing) is var (owner, method)
        ? new Evaluate(Given((owner, method)))
        : new Throw(Labelled());

    /// <summary>What is done in the end finds, or replaces, what the block leaves.</summary>
    private IEnumerable<Statement> Ended()
    {
        var variable = (Declare)Declared(Choices.Chance(40) ? Labelled() : Make(ModelType.Text, 0), assignable: true);
        Local Variable() => new(variable.Name, ModelType.Text);
        ImmutableArray<Statement> body = [.. Nested(Choices.Between(0, 1)), new Assign(variable.Name, Choices.Chance(60) ? Labelled() : Make(ModelType.Text, 0)), .. Nested(Choices.Between(0, 1))];
        ImmutableArray<Statement> final = Choices.Chance(50)
            ? [Used(Variable()), .. Nested(Choices.Between(0, 1))]
            : [.. Nested(Choices.Between(0, 1)), new Assign(variable.Name, Choices.Chance(50) ? Labelled() : Make(ModelType.Text, 0))];
        if (!Has(Construct.Exceptions) || Choices.Chance(50))
            return [variable, new Ensure(body, final), Used(Variable())];
        var name = draft.Name("v");
        Statement thrown = Has(Construct.Branches) && Choices.Chance(50) ? new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [Thrown()], []) : Thrown();
        return [variable, new Try([new Ensure(body.Add(thrown), final)], name, [Used(Choices.Chance(70) ? Variable() : new Caught(name))]), Used(Variable())];
    }

    /// <summary>The body of a method that returns out of a block after which something is done.</summary>
    public ImmutableArray<Statement> WriteEnding(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            variables.Add(new(parameter.Name, parameter.Type, false));
        var variable = (Declare)Declared(Choices.Chance(50) ? Labelled() : Make(ModelType.Text, 1), assignable: true);
        Local Variable() => new(variable.Name, ModelType.Text);
        var end = new Ensure(
            [new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [new Return(Choices.Chance(60) ? Variable() : Make(ModelType.Text, 1))], []), .. Nested(Choices.Between(0, 1))],
            [new Assign(variable.Name, Make(ModelType.Text, 1)), .. Nested(Choices.Between(0, 1))]);
        return [variable, end, new Return(Choices.Chance(60) ? Variable() : Make(ModelType.Text, 1))];
    }
}
