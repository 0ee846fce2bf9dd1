import {it} from 'vitest';
import { readFileSync } from 'node:fs';
import * as np from '../../../src/modules/numpy';
it('x',()=>{
 const src=readFileSync('/tmp/c.txt','utf8'); const inner=src.slice(7,src.lastIndexOf(', {'));
 const opt=new Function('return '+src.slice(src.lastIndexOf('{'),-1))();
 const a=new Function('np','return '+inner)(np); 
 const {axis}=opt; console.log(a.shape,a.dtype,opt);
 const counted=np.onesLike(a,{dtype:'bool'}); console.log([...counted.values()].join(''));
 const count=np.sum(counted,{axis,keepdims:true}); console.log(count.dtype,[...count.values()].join());
 const d=np.maximum(count.subtract(0),0); console.log(d.dtype,[...d.values()].join());
 console.log([...count.subtract(0).values()].join());
 console.log([...np.maximum(count,0).values()].join());
 console.log(d.astype('float64').values().join());
});
