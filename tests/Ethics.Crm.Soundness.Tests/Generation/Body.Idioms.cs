using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Generation;

/// <summary>Statements that belong together: what one does shows only in the next, which chance alone would seldom write.</summary>
internal sealed partial class Body
{
    private IEnumerable<Statement> Idiom()
    {
        var options = new Options<IEnumerable<Statement>>();
        options.Add(1, () => [Declared(Labelled(), assignable: true)]);
        options.AddIf(Has(Construct.Assignments), 3, Overwritten);
        options.AddIf(Has(Construct.Deconstruction) && Has(Construct.Tuples), 3, Halves);
        var data = draft.Data.SelectMany(static type => type.Members.Where(static member => member is { IsLabelled: false, Type: TextType }).Select(member => (type, member))).ToList();
        var changing = data.Where(place => !draft.IsRecord(place.type.Name)).ToList();
        options.AddIf(Has(Construct.Aliases) && changing.Count > 0, 3, () => SecondName(Choices.Of(changing)));
        AddShapes(options, changing);
        AddCalls(options);
        AddEnds(options);
        AddFunctions(options);
        options.AddIf(Has(Construct.Initializers) && data.Count > 0, 3, () => Initialized(Choices.Of(data)));
        options.AddIf(Has(Construct.Captures) && Has(Construct.Lambdas), 2, Captured);
        options.AddIf(Has(Construct.ForEach) && Has(Construct.Lists), 2, Elements);
        options.AddIf(Has(Construct.Scopes) && Has(Construct.Captures) && Has(Construct.Lambdas), 5, WrittenInScope);
        var promises = Callable().Where(static c => c.Method is { IsAsync: true, Returns: TextType }).ToList();
        options.AddIf(Has(Construct.Async) && promises.Count > 0, 4, () => Promised(Choices.Of(promises)));
        return options.Pick(Choices).ToList();
    }

    /// <summary>A variable gets another value, before or after it is used.</summary>
    private IEnumerable<Statement> Overwritten()
    {
        var (first, second) = Choices.Chance(50) ? (Labelled(), Make(ModelType.Text, 1)) : (Make(ModelType.Text, 1), Labelled());
        var declare = (Declare)Declared(first, assignable: true);
        return [declare, new Assign(declare.Name, second), Used(new Local(declare.Name, ModelType.Text))];
    }

    private IEnumerable<Statement> Halves()
    {
        var pair = Choices.Chance(50) ? new MakePair(Labelled(), Make(ModelType.Text, 0)) : new MakePair(Make(ModelType.Text, 0), Labelled());
        var split = Deconstructed(pair, (PairType)pair.Type);
        return [split, Used(new Local(Choices.Chance(50) ? split.First : split.Second, ModelType.Text))];
    }

    /// <summary>An object is written under one name and read under the other.</summary>
    private IEnumerable<Statement> SecondName((ClassModel Type, MemberModel Member) data)
    {
        var type = new ClassType(data.Type.Name);
        var object1 = (Declare)Declared(Make(type, 0));
        var object2 = (Declare)Declared(new Local(object1.Name, type));
        var (written, read) = Choices.Chance(50) ? (object1, object2) : (object2, object1);
        return
        [
            object1, object2,
            new Store(new Local(written.Name, type), data.Type.Name, data.Member.Name, Labelled()),
            Used(new Load(new Local(read.Name, type), data.Type.Name, data.Member.Name, ModelType.Text)),
        ];
    }

    private IEnumerable<Statement> Initialized((ClassModel Type, MemberModel Member) data)
    {
        var declare = (Declare)Declared(new Create(data.Type.Name, [new(data.Member.Name, Labelled())]));
        return [declare, Used(new Load(new Local(declare.Name, declare.Value.Type), data.Type.Name, data.Member.Name, ModelType.Text))];
    }

    /// <summary>A lambda takes a variable along, which may change before it is called.</summary>
    private IEnumerable<Statement> Captured()
    {
        var variable = (Declare)Declared(Labelled(), assignable: true);
        var function = (Declare)Declared(new Lambda(null, [new Return(new Local(variable.Name, ModelType.Text))]));
        var use = Used(new Invoke(new Local(function.Name, function.Value.Type), null));
        return Has(Construct.Assignments) && Choices.Chance(40) ? [variable, function, new Assign(variable.Name, Make(ModelType.Text, 0)), use] : [variable, function, use];
    }

    /// <summary>A lambda works for the scope in which it is written, wherever it is called: there, or after the scope, out of a member.</summary>
    private IEnumerable<Statement> WrittenInScope()
    {
        var (outside, known) = (purposes, variables.Count);
        purposes = draft.SomePurposes(Has(Construct.SeveralPurposes) ? 20 : 0);
        var inside = purposes;
        var function = new Lambda(null, [new Return(InLambda(() => Labelled(Choices.Chance(60))))]);
        var places = Members().Where(static place => place.Member.Type is FunctionType { TakesText: false }).ToList();
        if (places.Count > 0 && Choices.Chance(50))
        {
            purposes = outside;
            var place = Choices.Of(places);
            return [new Scope(inside, [new Store(place.Target(), place.Owner, place.Member.Name, function)]), Used(new Invoke(place.Load(), null))];
        }

        var declare = (Declare)Declared(function);
        var scope = new Scope(inside, [declare, Used(new Invoke(new Local(declare.Name, function.Type), null))]);
        variables.RemoveRange(known, variables.Count - known);
        purposes = outside;
        return [scope];
    }

    private IEnumerable<Statement> Elements()
    {
        var name = draft.Name("v");
        return [new ForEach(name, new MakeList(ModelType.Text, [Make(ModelType.Text, 0), Labelled()]), [Used(new Local(name, ModelType.Text))])];
    }

    /// <summary>A promise is kept, and awaited where it is used.</summary>
    private IEnumerable<Statement> Promised((ClassModel Owner, MethodModel Method) callee)
    {
        var promise = (Declare)Declared(Call(callee.Owner, callee.Method, 0));
        return [promise, Used(new Await(new Local(promise.Name, promise.Value.Type)))];
    }

    private Use Used(Expression text) => new(++draft.Probes, text);

    /// <summary>A labelled member that the code may read, if there is one at hand.</summary>
    /// <param name="any">Whether it may read it or not.</param>
    private Expression Labelled(bool any = false)
    {
        var members = Members().Where(static place => place.Member.IsLabelled).ToList();
        var permitted = members.Where(place => any || purposes.All(purpose => Interpretation.Purposes.Permits(place.Member.Label, purpose))).ToList();
        return permitted.Count > 0 ? Choices.Of(permitted).Load() : members.Count > 0 && Choices.Chance(20) ? Choices.Of(members).Load() : Make(ModelType.Text, 1);
    }
}
