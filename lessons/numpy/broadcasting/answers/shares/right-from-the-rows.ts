const shares = species.map(name => {
  const own = everyone.filter(bird => bird.species === name);
  return islands.map(island => own.filter(bird => bird.island === island).length / own.length);
});
