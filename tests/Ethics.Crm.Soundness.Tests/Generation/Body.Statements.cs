using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

internal sealed partial class Body
{
    private Statement Statement()
    {
        var options = new Options<Statement>();
        options.Add(purposes.IsEmpty ? 3 : 8, () => new Use(++draft.Probes, Make(ModelType.Text, 2)));
        options.AddIf(Has(Construct.Locals), 5, () => Declared(Make(ModelType.Text, 2), assignable: true));
        AddCalls(options);
        AddStores(options);
        AddVariables(options);
        if (nested < 2 && !inLambda && Choices.Chance(50))
            AddBlocks(options);
        return options.Pick(Choices);
    }

    private void AddCalls(Options<Statement> options)
    {
        foreach (var (owner, method) in Callable().Where(static c => c.Method.Returns == ModelType.Nothing))
            options.Add(3, () => new Evaluate(Awaited(Call(owner, method, 1))));
        options.AddIf(Has(Construct.Locals) && Callable().Any(static c => c.Method.Returns != ModelType.Nothing), 4, () =>
        {
            var (owner, method) = Choices.Of(Callable().Where(static c => c.Method.Returns != ModelType.Nothing).ToList());
            var call = Call(owner, method, 1);
            // Some promises are kept and awaited later.
            return Declared(Choices.Chance(70) ? Awaited(call) : call);
        });
    }

    private void AddStores(Options<Statement> options)
    {
        foreach (var place in Members().ToList())
        {
            var member = place.Member;
            switch (member.Type)
            {
                case TextType when draft.IsRecord(place.Owner):
                    break;
                case ArrayType:
                    options.Add(3, () => new PutElement(place.Load(), Make(ModelType.Number, 0), Make(ModelType.Text, 2)));
                    break;
                case BuilderType:
                    options.Add(3, () => new AppendTo(place.Load(), Make(ModelType.Text, 2)));
                    break;
                case TextType when member.IsLabelled:
                    options.AddIf(Has(Construct.Borders), 1, () => new Store(place.Target(), place.Owner, member.Name, Make(ModelType.Text, 2)));
                    break;
                case TextType:
                    options.Add(3, () => new Store(place.Target(), place.Owner, member.Name, Make(ModelType.Text, 2)));
                    break;
                case FunctionType function:
                    options.AddIf(!inLambda, 3, () => new Store(place.Target(), place.Owner, member.Name, Lambda(function, mayBeBlock: true)));
                    break;
                case ListType:
                    options.Add(3, () => new Append(place.Load(), Make(ModelType.Text, 2)));
                    break;
                case TableType:
                    options.Add(3, () => new PutEntry(place.Load(), Choices.Of(TableType.Keys), Make(ModelType.Text, 2)));
                    break;
                case PairType:
                    options.Add(2, () => new Store(place.Target(), place.Owner, member.Name, Make(member.Type, 2)));
                    break;
                case ClassType instance:
                    options.AddIf(Has(Construct.Aliases), 1, () => new Store(place.Target(), place.Owner, member.Name, Make(instance, 1)));
                    break;
            }
        }
    }

    private void AddVariables(Options<Statement> options)
    {
        if (!Has(Construct.Locals))
            return;
        foreach (var variable in variables.ToList())
        {
            switch (variable.Type)
            {
                case TextType when variable.Assignable && Has(Construct.Assignments):
                    options.Add(2, () => new Assign(variable.Name, Make(ModelType.Text, 2)));
                    break;
                case ClassType when Has(Construct.Aliases):
                    options.Add(1, () => Declared(new Local(variable.Name, variable.Type)));
                    break;
                case ListType:
                    options.Add(2, () => new Append(new Local(variable.Name, variable.Type), Make(ModelType.Text, 2)));
                    break;
                case TableType:
                    options.Add(2, () => new PutEntry(new Local(variable.Name, variable.Type), Choices.Of(TableType.Keys), Make(ModelType.Text, 2)));
                    break;
                case ArrayType:
                    options.Add(2, () => new PutElement(new Local(variable.Name, variable.Type), Make(ModelType.Number, 0), Make(ModelType.Text, 2)));
                    break;
                case BuilderType:
                    options.Add(2, () => new AppendTo(new Local(variable.Name, variable.Type), Make(ModelType.Text, 2)));
                    break;
                case ClassType { Name: var record } when Has(Construct.Deconstruction) && draft.IsRecord(record):
                    options.Add(2, () => Deconstructed(new Local(variable.Name, variable.Type), new(ModelType.Text, ModelType.Text)));
                    break;
                case PairType pair when Has(Construct.Deconstruction):
                    options.Add(3, () => Deconstructed(new Local(variable.Name, variable.Type), pair));
                    break;
            }
        }

        var text = ModelType.Text;
        options.AddIf(Has(Construct.Lists), 1, () => Declared(Make(new ListType(text), 2)));
        options.AddIf(Has(Construct.Dictionaries), 1, () => Declared(Make(new TableType(text), 2)));
        options.AddIf(Has(Construct.Tuples), 2, () => Declared(Make(new PairType(text, text), 2)));
        options.AddIf(Has(Construct.Arrays), 1, () => Declared(Make(ModelType.Texts, 2)));
        options.AddIf(Has(Construct.AnonymousTypes), 1, () => Declared(Make(ModelType.Nameless, 2)));
        options.AddIf(Has(Construct.Builders), 1, () => Declared(Make(ModelType.Builder, 2)));
        options.AddIf(Has(Construct.LocalFunctions) && Has(Construct.Lambdas) && !inLambda, 2, () => Declared(Lambda(new(Choices.Chance(50)), mayBeBlock: true) with { IsLocalFunction = true }));
        options.AddIf(Has(Construct.Lambdas) && !inLambda, 2, () => Declared(Lambda(new(Choices.Chance(50)), mayBeBlock: true)));
    }

    private Split Deconstructed(Expression pair, PairType type)
    {
        var (first, second) = (draft.Name("v"), draft.Name("v"));
        variables.Add(new(first, type.First, true));
        variables.Add(new(second, type.Second, true));
        return new(first, second, pair);
    }

    private void AddBlocks(Options<Statement> options)
    {
        options.AddIf(Has(Construct.Branches), 2, () => new If(Condition(), Nested(1), Choices.Chance(40) ? Nested(1) : []));
        options.AddIf(Has(Construct.Loops), 2, () =>
        {
            var counter = draft.Name("i");
            var form = Has(Construct.Jumps) ? (LoopForm)Choices.Below(3) : LoopForm.For;
            return new Repeat(counter, Choices.Between(2, 3), Nested(Choices.Between(1, 2), new Variable(counter, ModelType.Number, false))) { Form = form };
        });
        options.AddIf(Has(Construct.ForEach) && Has(Construct.Lists), 2, () =>
        {
            var name = draft.Name("v");
            return new ForEach(name, Make(new ListType(ModelType.Text), 2), Nested(Choices.Between(1, 2), new Variable(name, ModelType.Text, false)));
        });
        options.AddIf(Has(Construct.Scopes), 2, () =>
        {
            var outside = purposes;
            var inside = draft.SomePurposes(Has(Construct.SeveralPurposes) ? 20 : 0);
            purposes = inside;
            var block = Nested(Choices.Between(1, 2));
            purposes = outside;
            return new Scope(inside, block);
        });
    }

    private Condition Condition()
    {
        var options = new Options<Condition>();
        options.Add(6, () => new Bit(Choices.Below(Interpretation.Inputs.BitCount)));
        options.AddIf(Has(Construct.DeadBranches), 2, () => new Fixed(Choices.Chance(50)));
        options.AddIf(Has(Construct.DataBranches), 1, () => new EvenLength(Make(ModelType.Text, 1)));
        return options.Pick(Choices);
    }
}
