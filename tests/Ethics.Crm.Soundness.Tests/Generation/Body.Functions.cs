using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Idioms of functions that are called for what they do: what they return says nothing of it.</summary>
internal sealed partial class Body
{
    private void AddFunctions(Options<IEnumerable<Statement>> options)
    {
        options.AddIf(Has(Construct.Lambdas) && Has(Construct.Captures) && Has(Construct.Assignments), 4, WrittenByAFunction);
        options.AddIf(Has(Construct.Lambdas), 4, HandedToAFunction);
    }

    /// <summary>A function writes a variable of the code around it, which uses it: mostly after the function was called, and sometimes before.</summary>
    private IEnumerable<Statement> WrittenByAFunction()
    {
        var variable = (Declare)Declared(Choices.Chance(80) ? Simplest(ModelType.Text) : Make(ModelType.Text, 0), assignable: true);
        Local Variable() => new(variable.Name, ModelType.Text);
        var isTaking = Choices.Chance(30);
        var function = Function(isTaking, parameter => new Assign(variable.Name, parameter ?? Labelled()));
        var call = Called(function, isTaking);
        switch (Choices.Below(6))
        {
            case 0:
                return [variable, function, Used(Variable()), call];
            case 1 when Has(Construct.Branches):
                return [variable, function, new If(new Bit(Choices.Below(Interpretation.Inputs.BitCount)), [call], []), Used(Variable())];
            case 2:
                // Another function finds what the first one left.
                var other = (Declare)Declared(new Lambda(null, [new Return(Variable())]));
                return [variable, function, other, call, Used(new Invoke(new Local(other.Name, other.Value.Type), null))];
            default:
                return [variable, function, call, Used(Variable())];
        }
    }

    /// <summary>A function uses what it is handed, or puts it somewhere.</summary>
    private IEnumerable<Statement> HandedToAFunction()
    {
        var places = Has(Construct.Captures) ? Members().Where(place => place.Member is { Type: TextType, IsLabelled: false } && !draft.IsRecord(place.Owner)).ToList() : [];
        if (places.Count == 0 || Choices.Chance(60))
        {
            var looking = Function(true, parameter => Used(parameter!));
            return [looking, Called(looking, true)];
        }

        var place = Choices.Of(places);
        var putting = Function(true, parameter => new Store(place.Target(), place.Owner, place.Member.Name, parameter!));
        return [putting, Called(putting, true), Used(place.Load())];
    }

    /// <param name="does">What it does, given its parameter.</param>
    private Declare Function(bool isTaking, Func<Expression?, Statement> does)
    {
        var parameter = isTaking ? draft.Name("p") : null;
        var isLocal = Has(Construct.LocalFunctions) && Choices.Chance(30);
        var body = InLambda(() => ImmutableArray.Create(does(parameter is null ? null : new Local(parameter, ModelType.Text)), new Return(Simplest(ModelType.Text))), parameter);
        return (Declare)Declared(new Lambda(parameter, body) { IsLocalFunction = isLocal });
    }

    private Evaluate Called(Declare function, bool isTaking) => new(new Invoke(new Local(function.Name, function.Value.Type), isTaking ? Labelled() : null));

    /// <summary>What a function can name: without captures its parameter only, and never what is another name of a place.</summary>
    private T InLambda<T>(Func<T> make, string? parameter = null)
    {
        var (outside, wasAsync, wasInLambda, wasSelf) = (variables.ToList(), isAsync, inLambda, self);
        if (!Has(Construct.Captures))
        {
            variables.Clear();
            self = null;
        }

        variables.RemoveAll(static variable => variable.IsReference);
        if (parameter is not null)
            variables.Add(new(parameter, ModelType.Text, false));
        (isAsync, inLambda) = (false, true);
        var made = make();
        (isAsync, inLambda, self) = (wasAsync, wasInLambda, wasSelf);
        variables.Clear();
        variables.AddRange(outside);
        return made;
    }
}
